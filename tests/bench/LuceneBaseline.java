// SPDX-License-Identifier: GPL-2.0-or-later
// Lucene 8 beside Pykälä, run by bench.py as a single source file:
//   index CORPUS.tsv FOLDER      search FOLDER QUERIES.tsv top10|facets     (figures as JSON on standard output)
import java.io.*;
import java.lang.management.*;
import java.nio.charset.StandardCharsets;
import java.nio.file.*;
import java.util.*;
import org.apache.lucene.analysis.*;
import org.apache.lucene.analysis.fi.FinnishAnalyzer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.document.*;
import org.apache.lucene.facet.*;
import org.apache.lucene.facet.sortedset.*;
import org.apache.lucene.index.*;
import org.apache.lucene.search.*;
import org.apache.lucene.store.*;

public class LuceneBaseline {
  static final Analyzer analyzer = new FinnishAnalyzer(CharArraySet.EMPTY_SET);
  static final ThreadMXBean clock = ManagementFactory.getThreadMXBean();

  static void index(String corpus, String folder) throws Exception {
    long begin = System.nanoTime();
    FacetsConfig facets = new FacetsConfig();
    facets.setMultiValued("funder", true);
    IndexWriterConfig config = new IndexWriterConfig(analyzer).setRAMBufferSizeMB(256);
    try (IndexWriter writer = new IndexWriter(FSDirectory.open(Paths.get(folder)), config);
        BufferedReader lines = Files.newBufferedReader(Paths.get(corpus), StandardCharsets.UTF_8)) {
      for (String line; (line = lines.readLine()) != null; ) {
        String[] fields = line.split("\t", -1);
        Document document = new Document();
        document.add(new StoredField("id", fields[0]));
        document.add(new LongPoint("date", Long.parseLong(fields[1])));
        document.add(new NumericDocValuesField("sort", Long.parseLong(fields[1])));
        document.add(new StringField("year", fields[2], Field.Store.NO));
        document.add(new SortedSetDocValuesFacetField("year", fields[2]));
        document.add(new SortedSetDocValuesFacetField("maker", fields[3]));
        for (String funder : fields[4].isEmpty() ? new String[0] : fields[4].split(" ")) {
          document.add(new StringField("funder", funder, Field.Store.NO));
          document.add(new SortedSetDocValuesFacetField("funder", funder));
        }
        document.add(new TextField("text", fields[5], Field.Store.NO));
        document.add(new TextField("text", fields[6], Field.Store.YES));
        writer.addDocument(facets.build(document));
      }
      writer.forceMerge(1);
    }
    OperatingSystemMXBean system = ManagementFactory.getOperatingSystemMXBean();
    double cpu = ((com.sun.management.OperatingSystemMXBean) system).getProcessCpuTime() / 1e9;
    String peak = "0";
    for (String line : Files.readAllLines(Paths.get("/proc/self/status"))) {
      if (line.startsWith("VmHWM:")) peak = line.replaceAll("[^0-9]", "");
    }
    System.out.printf(Locale.ROOT, "{\"cpu\": %.3f, \"wall\": %.3f, \"peak_mb\": %d}%n", cpu,
        (System.nanoTime() - begin) / 1e9, Long.parseLong(peak) / 1024);
  }

  static Query parse(String[] fields) throws IOException {
    List<String> words = new ArrayList<>();
    try (TokenStream stream = analyzer.tokenStream("text", fields[1])) {
      CharTermAttribute term = stream.addAttribute(CharTermAttribute.class);
      stream.reset();
      while (stream.incrementToken()) words.add(term.toString());
      stream.end();
    }
    BooleanQuery.Builder any = new BooleanQuery.Builder();
    for (String word : words) any.add(new TermQuery(new Term("text", word)), BooleanClause.Occur.SHOULD);
    Query query = words.isEmpty() ? new MatchAllDocsQuery() : any.build();
    if (fields[2].equals("1")) query = new PhraseQuery("text", words.toArray(new String[0]));
    if (fields[0].equals("prefix")) query = new PrefixQuery(new Term("text", fields[1]));
    BooleanQuery.Builder all = new BooleanQuery.Builder().add(query, BooleanClause.Occur.MUST);
    if (!fields[3].isEmpty()) all.add(new TermQuery(new Term("year", fields[3])), BooleanClause.Occur.FILTER);
    if (!fields[4].isEmpty()) all.add(new TermQuery(new Term("funder", fields[4])), BooleanClause.Occur.FILTER);
    if (!fields[5].isEmpty()) {
      Query range = LongPoint.newRangeQuery("date", Long.parseLong(fields[5]), Long.parseLong(fields[6]));
      all.add(range, BooleanClause.Occur.FILTER);
    }
    return all.build();
  }

  static void answer(IndexSearcher searcher, SortedSetDocValuesReaderState state, String[] fields, boolean facets)
      throws IOException {
    Query query = parse(fields);
    boolean byDate = fields[0].equals("newest") || fields[0].equals("everything");
    Sort sort = new Sort(new SortField("sort", SortField.Type.LONG, true));
    TopDocs top = byDate ? searcher.search(query, 10, sort) : searcher.search(query, 10);
    for (ScoreDoc hit : top.scoreDocs) searcher.doc(hit.doc);
    if (!facets) return;
    FacetsCollector collector = new FacetsCollector();
    searcher.search(query, collector);
    SortedSetDocValuesFacetCounts counts = new SortedSetDocValuesFacetCounts(state, collector);
    for (String field : new String[] {"maker", "year", "funder"}) counts.getTopChildren(50, field);
  }

  static void search(String folder, String path, boolean facets) throws Exception {
    IndexSearcher searcher = new IndexSearcher(DirectoryReader.open(MMapDirectory.open(Paths.get(folder))));
    searcher.setQueryCache(null);
    SortedSetDocValuesReaderState state = new DefaultSortedSetDocValuesReaderState(searcher.getIndexReader());
    List<String> lines = Files.readAllLines(Paths.get(path));
    double[] best = new double[lines.size()];
    Arrays.fill(best, 1e9);
    for (int round = 0; round < 13; ++round) {
      for (int i = 0; i < best.length; ++i) {
        long begin = clock.getCurrentThreadCpuTime();
        answer(searcher, state, lines.get(i).split("\t", -1), facets);
        if (round >= 10) best[i] = Math.min(best[i], (clock.getCurrentThreadCpuTime() - begin) / 1e6);  // JIT is warm
      }
    }
    System.out.println(Arrays.toString(best));
  }

  public static void main(String[] arguments) throws Exception {
    if (arguments[0].equals("index")) {
      index(arguments[1], arguments[2]);
    } else {
      search(arguments[1], arguments[2], arguments[3].equals("facets"));
    }
  }
}
