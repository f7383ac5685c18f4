// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.cli.campaign;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.pointwatch.wire.JsonSerde;
import org.pointwatch.wire.Topics;

/** What is wrong with the world's records on {@code articles}: each article must be there, each revision once. */
final class Published {
    private Published() {}

    static List<String> problems(List<ConsumerRecord<String, byte[]>> records, String feedsAt) throws IOException {
        var serde = JsonSerde.of(Topics.ARTICLES);
        var revisions = records.stream()
                .map(r -> serde.decode(r.value()))
                .filter(r -> String.valueOf(r.feed()).contains("//" + feedsAt + "/"))
                .toList();
        var times = new TreeMap<String, Integer>();
        revisions.forEach(r -> times.merge(r.id() + " revision " + r.revision() + " " + r.body(), 1, Integer::sum));
        var problems = new ArrayList<String>();
        times.forEach((revision, count) -> {
            if (count > 1) {
                problems.add(revision + " was published " + count + " times");
            }
        });
        var urls = revisions.stream().map(r -> r.url()).collect(Collectors.toSet());
        Truth.urls().stream()
                .filter(url -> !urls.contains(url))
                .forEach(url -> problems.add(url + " was not published"));
        return problems;
    }
}
