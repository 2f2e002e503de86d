#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-2.0-or-later
"""What is installed: manual pages and completions say what --help says; the Debian package is built, unpacked into a
folder of its own, and its programs index and serve from there; systemd's units hold."""
import os
import pathlib
import re
import shutil
import subprocess
import sys
import unittest

import programs
import service

BUILD = programs.BIN.parent
MADE = BUILD / "packaging"
PROGRAMS = ("pykala-index", "pykala-search")
sys.path.insert(0, str(programs.SOURCE / "packaging"))
import manual  # noqa: E402


def needs(*tools):
    missing = [tool for tool in tools if not shutil.which(tool)]
    return unittest.skipIf(missing, ", ".join(missing) + " missing")


def output(*command, **options):
    return subprocess.run([*map(str, command)], check=True, capture_output=True, text=True, timeout=300, **options).stdout


def helps(program):
    """Help of a program and of each of its commands."""
    whole = manual.help_of(programs.BIN / program)
    return [whole] + [manual.help_of(programs.BIN / program, row.names[0]) for row in whole.commands]


class Manual(unittest.TestCase):
    def test_help_is_read_to_its_end(self):
        for program in PROGRAMS:
            for one in helps(program):
                text = output(programs.BIN / program, *one.name.split()[1:], "--help")
                told = {name for row in one.options for name in row.names}
                self.assertEqual(told, {name for names in re.findall(r"(?m)^  (-[\w,-]+)", text) for name in names.split(",")})
                for row in one.options + one.commands:
                    self.assertTrue(row.text, f"{one.name} {row.names}")

    def test_manual_pages_tell_every_option_and_command(self):
        for program in PROGRAMS:
            page = output("gzip", "-dc", MADE / f"{program}.1.gz").replace("\\-", "-")
            for one in helps(program):
                self.assertIn(one.name, page)
                for row in one.options + one.commands + one.rows["positionals"]:
                    self.assertIn(row.text.replace("\\", "\\e"), page, one.name)
                    for name in row.names:
                        self.assertIn(name, page, one.name)
                for line in filter(None, one.footer):
                    self.assertIn(line.strip().replace("\\", "\\e"), page)

    @needs("groff")
    def test_manual_pages_are_set_without_a_warning(self):
        for program in PROGRAMS:
            page = subprocess.run(["gzip", "-dc", MADE / f"{program}.1.gz"], capture_output=True, check=True).stdout
            told = subprocess.run(["groff", "-man", "-Kutf8", "-Tutf8", "-ww", "-z"], input=page, capture_output=True)
            self.assertEqual((told.returncode, told.stderr), (0, b""))

    def complete(self, program, *words):
        script = ('source "$1"; shift; COMP_WORDS=("$@"); COMP_CWORD=$(($# - 1)); "_${1//-/_}"; printf "%s\\n" "${COMPREPLY[@]}"')
        return output("bash", "-c", script, "-", MADE / f"{program}.bash", program, *words).split()

    @needs("bash")
    def test_bash_completes_commands_options_and_values(self):
        for program in PROGRAMS:
            whole, *commands = helps(program)
            self.assertEqual(set(self.complete(program, "")), {row.names[0] for row in whole.commands} | {"--help", "--version"})
            for command in commands:
                offered = self.complete(program, command.name.split()[1], "x", "--")
                self.assertEqual(set(offered), {name for row in command.options for name in row.names if name[1] == "-"})
        self.assertEqual(self.complete("pykala-search", "find", "x", "--sort", "n"), ["newest"])
        self.assertEqual(self.complete("pykala-search", "find", str(programs.SOURCE / "READ")), [str(programs.SOURCE / "README.md")])

    @needs("zsh")
    def test_zsh_reads_its_completions(self):
        for program in PROGRAMS:
            output("zsh", "-n", MADE / f"_{program}")

    @needs("fish")
    def test_fish_reads_its_completions(self):
        for program in PROGRAMS:
            output("fish", "--no-execute", MADE / f"{program}.fish")


class Units(unittest.TestCase):
    def test_scripts_are_scripts(self):
        for name in ("postinst", "prerm", "postrm"):
            output("sh", "-n", programs.SOURCE / "packaging" / name)

    @needs("systemd-analyze")
    def test_units_hold(self):
        folder = pathlib.Path(self.enterContext(programs.tempfile.TemporaryDirectory()))
        for path in (programs.SOURCE / "packaging").glob("pykala*.*"):
            if path.suffix in (".service", ".timer"):  # the programs are not installed on the machine that builds
                text = re.sub(r"/usr/bin/(pykala-\w+)", str(programs.BIN) + r"/\1", path.read_text())
                (folder / path.name).write_text(text)
        units = sorted(folder.iterdir())
        self.assertEqual(len(units), 3)
        told = subprocess.run(["systemd-analyze", "verify", "--man=no", *units], capture_output=True, text=True)
        ours = [line for line in told.stderr.splitlines() if "pykala" in line]
        self.assertEqual(ours, [], told.stderr)

    @needs("systemd-analyze")
    def test_the_service_is_shut_in(self):
        told = subprocess.run(["systemd-analyze", "security", "--offline=yes", programs.SOURCE / "packaging/pykala.service"],
                              capture_output=True, text=True)
        found = re.search(r"Overall exposure level for pykala.service: ([0-9.]+)", told.stdout)
        if not found:
            self.skipTest("systemd-analyze cannot judge a file here: " + told.stderr[:200])
        self.assertLess(float(found.group(1)), 2.0, told.stdout)


@needs("cpack", "dpkg-deb", "dpkg-shlibdeps", "file")
class Package(programs.SystemTest):
    @classmethod
    def setUpClass(cls):
        holder = programs.tempfile.TemporaryDirectory(prefix="pykala-package-")
        cls.addClassCleanup(holder.cleanup)
        cls.place = pathlib.Path(holder.name)
        told = subprocess.run(["cpack", "-G", "DEB", "--config", BUILD / "CPackConfig.cmake", "-B", cls.place],
                              capture_output=True, text=True, cwd=cls.place)
        assert told.returncode == 0, told.stdout + told.stderr
        [cls.package] = cls.place.glob("*.deb")
        cls.root = cls.place / "root"
        output("dpkg-deb", "-x", cls.package, cls.root)

    def test_what_it_says(self):
        told = output("dpkg-deb", "-f", self.package)
        self.assertRegex(told, r"(?m)^Package: pykala$")
        for library in ("libxapian30", "libmicrohttpd12", "libicu72", "poppler-utils", "libc6"):
            self.assertRegex(told, rf"(?m)^Depends: .*\b{library}\b")
        self.assertNotIn("/work", told)

    def test_what_is_in_it(self):
        rows = [line.split() for line in output("dpkg-deb", "-c", self.package).splitlines()]
        names = {row[5].removeprefix("./") for row in rows}
        for name in ("usr/bin/pykala-index", "usr/bin/pykala-search", "usr/share/man/man1/pykala-index.1.gz",
                     "usr/share/man/man1/pykala-search.1.gz", "usr/share/bash-completion/completions/pykala-search",
                     "usr/share/zsh/vendor-completions/_pykala-search",
                     "usr/share/fish/vendor_completions.d/pykala-search.fish", "usr/lib/systemd/system/pykala.service",
                     "usr/lib/systemd/system/pykala-update.service", "usr/lib/systemd/system/pykala-update.timer",
                     "usr/lib/sysusers.d/pykala.conf", "usr/lib/tmpfiles.d/pykala.conf", "etc/default/pykala",
                     "usr/share/doc/pykala/copyright", "usr/share/doc/pykala/nginx.conf"):
            self.assertIn(name, names)
        for row in rows:
            self.assertEqual(row[1], "root/root", row)
            self.assertIn(row[0], ("-rwxr-xr-x",) if "/bin/p" in row[5] else ("-rw-r--r--", "drwxr-xr-x"), row)
        control = self.folder / "control"
        output("dpkg-deb", "-e", self.package, control)
        self.assertEqual((control / "conffiles").read_text(), "/etc/default/pykala\n")
        for name in ("postinst", "prerm", "postrm"):
            self.assertTrue(os.access(control / name, os.X_OK), name)

    def test_it_runs_from_where_it_was_unpacked(self):
        binary, self.ix = self.root / "usr/bin", self.folder / "archive.index"
        output(binary / "pykala-index", "update", self.ix, programs.SOURCE / "data/sample", "--no-progress")
        running = service.Service(self.ix, bin=binary)
        self.addCleanup(running.stop)
        self.assertEqual(running.get("/healthz").body, b"ok\n")
        self.assertEqual(running.get("/readyz").status, 200)
        page = running.get("/fi/search?q=avustus")
        self.assertEqual(page.status, 200)
        for address in re.findall(rb'(?:href|src)="(/assets/[^"]+)"', page.body):
            self.assertEqual(running.get(address.decode()).status, 200)
        self.assertEqual(running.stop(), 0)

    @unittest.skipUnless(os.geteuid() == 0, "only root can install into another root")
    @needs("dpkg")
    def test_dpkg_takes_it(self):
        """Into a root of its own, without its scripts: those would run in that root, where there is no shell."""
        bare, admin = self.folder / "bare", self.folder / "root/var/lib/dpkg"
        output("dpkg-deb", "-R", self.package, bare)
        for name in ("postinst", "prerm", "postrm"):
            (bare / "DEBIAN" / name).unlink()
        for name in ("info", "updates", "triggers"):
            (admin / name).mkdir(parents=True)
        for name in ("status", "available"):
            (admin / name).touch()
        output("dpkg-deb", "--root-owner-group", "-b", bare, self.folder / "bare.deb")
        root = self.folder / "root"
        output("dpkg", f"--root={root}", "--force-depends", "--force-script-chrootless", "--log=/dev/null", "-i", self.folder / "bare.deb")
        self.assertIn("installed", output("dpkg-query", f"--admindir={admin}", "-W", "-f", "${db:Status-Status}", "pykala"))
        self.assertTrue((root / "usr/bin/pykala-search").exists())
        output("dpkg", f"--root={root}", "--force-script-chrootless", "--log=/dev/null", "-P", "pykala")
        self.assertFalse((root / "usr/bin/pykala-search").exists())


if __name__ == "__main__":
    programs.main()
