// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.desk.view;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.pointwatch.domain.ledger.Target;
import org.pointwatch.domain.tagging.Evidence;
import org.pointwatch.wire.record.Finding;

/** From a finding to one sighting a target. */
final class FindingReader {
    private FindingReader() {}

    /** Empty for an article that mentions nothing (any more). */
    static Map<String, Sighting> sightings(Finding finding) {
        var all = new HashMap<String, Sighting>();
        for (var mention : finding.points()) {
            add(all, finding, Target.point(mention.point()), mention.evidence());
        }
        for (var mention : finding.actors()) {
            add(all, finding, Target.actor(mention.actor()), mention.evidence());
        }
        return all;
    }

    private static void add(Map<String, Sighting> all, Finding finding, String target, List<Evidence> evidence) {
        var sighting = new Sighting(
                finding.article(),
                finding.eventTime(),
                finding.eventTimeSource(),
                finding.outlet(),
                link(finding.url()),
                finding.language(),
                sentence(finding, evidence));
        all.put(target, sighting);
        all.putIfAbsent(Target.plan(finding.dossier()), sighting);
    }

    /** The first sentence of the text that proves the mention; the title's only where nothing else does. */
    private static String sentence(Finding finding, List<Evidence> evidence) {
        String title = "";
        for (var proof : evidence) {
            if (proof.sentence() < 0 || proof.sentence() >= finding.sentences().size()) {
                continue;
            }
            var sentence = finding.sentences().get(proof.sentence());
            if (!sentence.title()) {
                return sentence.text();
            }
            title = title.isEmpty() ? sentence.text() : title;
        }
        return title;
    }

    /** The address if a reader may follow it: http or https with a host and no user name before it; else null. */
    static @Nullable String link(@Nullable String url) {
        if (url == null) {
            return null;
        }
        try {
            var uri = new URI(url);
            var web = "http".equalsIgnoreCase(uri.getScheme()) || "https".equalsIgnoreCase(uri.getScheme());
            var host = uri.getRawAuthority();
            return web && host != null && host.indexOf('@') < 0 ? url : null;
        } catch (URISyntaxException e) {
            return null;
        }
    }
}
