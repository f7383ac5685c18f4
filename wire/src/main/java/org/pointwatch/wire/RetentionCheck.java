// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.wire;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.errors.AuthorizationException;
import org.jspecify.annotations.Nullable;
import org.pointwatch.domain.article.EventTime;

/**
 * Whether the cluster keeps articles, the replay source, for as long as a change can still count. What the user may not
 * read is not checked.
 */
final class RetentionCheck {
    /** A change counts for the horizon; a week more is left for a replay. */
    static final Duration ARTICLES_LEAST = EventTime.HORIZON.plusDays(7);

    private final Admin admin;

    RetentionCheck(Admin admin) {
        this.admin = admin;
    }

    /** What is wrong, in words, each with its mend. */
    List<String> problems(String articlesTopic) {
        var problems = new ArrayList<String>();
        var kept = number(new ConfigResource(ConfigResource.Type.TOPIC, articlesTopic), "retention.ms");
        if (kept != null && kept >= 0 && kept < ARTICLES_LEAST.toMillis()) {
            problems.add("topic %s keeps articles for %d days, at least %d are needed: set its retention.ms to %d"
                    .formatted(
                            articlesTopic,
                            Duration.ofMillis(kept).toDays(),
                            ARTICLES_LEAST.toDays(),
                            ARTICLES_LEAST.toMillis()));
        }
        return problems;
    }

    private @Nullable Long number(ConfigResource resource, String key) {
        try {
            Map<ConfigResource, Config> all =
                    admin.describeConfigs(Set.of(resource)).all().get();
            var config = all.get(resource);
            var entry = config == null ? null : config.get(key);
            var value = entry == null ? null : entry.value();
            return value == null ? null : Long.valueOf(value);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof AuthorizationException) {
                return null;
            }
            throw new WireException("cannot read " + key + " of " + resource.name() + ": " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new WireException("interrupted while the cluster's settings were read", e);
        }
    }
}
