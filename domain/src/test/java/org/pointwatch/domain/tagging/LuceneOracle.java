// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.domain.tagging;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.apache.lucene.analysis.standard.StandardAnalyzer;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.TextField;
import org.apache.lucene.monitor.Monitor;
import org.apache.lucene.monitor.MonitorQuery;
import org.apache.lucene.monitor.QueryMatch;

/** Which rules match which sentences, by Lucene Monitor: every sentence is a document. */
final class LuceneOracle {
    private LuceneOracle() {}

    /** @return for each sentence the ids of the rules that match it */
    static List<Set<String>> matches(Map<String, RuleTree> rules, List<String> sentences) {
        try (var monitor = new Monitor(new StandardAnalyzer())) {
            monitor.register(rules.entrySet().stream()
                    .map(e -> new MonitorQuery(e.getKey(), e.getValue().lucene()))
                    .toList());
            var documents = sentences.stream().map(LuceneOracle::document).toArray(Document[]::new);
            var matches = monitor.match(documents, QueryMatch.SIMPLE_MATCHER);
            var answers = new ArrayList<Set<String>>();
            for (int i = 0; i < documents.length; i++) {
                var ids = new TreeSet<String>();
                matches.getMatches(i).forEach(m -> ids.add(m.getQueryId()));
                answers.add(ids);
            }
            return answers;
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static Document document(String sentence) {
        var document = new Document();
        document.add(new TextField(RuleTree.FIELD, sentence, Field.Store.NO));
        return document;
    }
}
