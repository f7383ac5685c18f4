// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.desk;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.util.URIUtil;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** {@code /api/v1/stories/<article id>}: the story that an article belongs to; the shape is told in the module's README. */
final class StoriesApi implements Router.Answer {
    static final String PATH = "/api/v1/stories/";

    private static final Logger LOG = LoggerFactory.getLogger(StoriesApi.class);
    private static final int LONGEST_ID = 200;
    private static final String UNDEFINED_TABLE = "42P01";

    private final @Nullable StoryBook stories;
    private final Counter failures;

    StoriesApi(@Nullable DeskDatabase database, MeterRegistry metrics) {
        stories = database == null ? null : new StoryBook(database);
        failures = metrics.counter("pointwatch.desk.stories.failed");
    }

    @Override
    public Reply to(Request request) {
        if (stories == null) {
            return Reply.error(
                    503, "this desk was started without a database: set db.url to the one that the sink fills");
        }
        return reply(stories, id(request));
    }

    private Reply reply(StoryBook stories, String id) {
        try {
            var story = storable(id) ? stories.of(id) : null;
            return story == null
                    ? Reply.error(
                            404,
                            "no story has an article with this id; it may have been withdrawn, or forgotten with age")
                    : Reply.json(200, story);
        } catch (SQLException e) {
            failures.increment();
            LOG.warn("cannot ask the database for a story: {}", e.getMessage());
            var behind = UNDEFINED_TABLE.equals(e.getSQLState());
            return Reply.error(
                    503,
                    behind
                            ? "the database has no stories to show yet: start a sink of this version, which brings its tables on"
                            : "the desk's database does not answer; the desk's log says why");
        }
    }

    private static String id(Request request) {
        try {
            var id = URIUtil.decodePath(Request.getPathInContext(request).substring(PATH.length()));
            return id == null ? "" : id;
        } catch (RuntimeException e) {
            throw new BadQuestion("the id is not properly %-encoded UTF-8");
        }
    }

    private static boolean storable(String id) {
        return !id.isEmpty() && id.indexOf('\0') < 0 && id.getBytes(StandardCharsets.UTF_8).length <= LONGEST_ID;
    }
}
