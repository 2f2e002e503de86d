// SPDX-License-Identifier: GPL-2.0-or-later
// set_metadata INDEX KEY VALUE: writes one metadata entry of a Xapian database, to make an index that another version
// of the programs might have left; makes the database when there is none.
#include <xapian.h>

#include <cstdio>

int main(int argc, char** argv) {
  if (argc != 4) {
    std::fprintf(stderr, "set_metadata INDEX KEY VALUE\n");
    return 2;
  }
  Xapian::WritableDatabase database(argv[1], Xapian::DB_CREATE_OR_OPEN);
  database.set_metadata(argv[2], argv[3]);
  database.commit();
  return 0;
}
