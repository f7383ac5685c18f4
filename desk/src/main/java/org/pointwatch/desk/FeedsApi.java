// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.desk;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.sql.SQLException;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;
import org.eclipse.jetty.server.Request;
import org.jspecify.annotations.Nullable;
import org.pointwatch.desk.api.Tables;
import org.pointwatch.desk.feed.AlertAtom;
import org.pointwatch.desk.feed.AlertFeed;
import org.pointwatch.desk.feed.AlertJsonFeed;
import org.pointwatch.desk.feed.CalendarFeed;
import org.pointwatch.desk.feed.FeedFilter;
import org.pointwatch.desk.view.View;
import org.pointwatch.domain.dossier.AlertKind;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What other programs subscribe to: the calendar of deadlines and the feeds of alerts; told in the module's README. */
final class FeedsApi {
    private static final Logger LOG = LoggerFactory.getLogger(FeedsApi.class);
    private static final String UNDEFINED_TABLE = "42P01";
    private static final Set<String> STATUSES =
            Set.of("set", "repeated", "moved", "softened", "denied", "passed", "merged");

    private static final Set<String> KINDS = Set.copyOf(AlertKind.ids());

    private final @Nullable FeedBook book;
    private final View view;
    private final Home home;
    private final Answering answering;
    private final Counter failures;
    private final Counter undated;
    private final Counter leftOff;

    FeedsApi(@Nullable Tables tables, View view, Home home, Answering answering, MeterRegistry metrics) {
        this.book = tables == null ? null : new FeedBook(tables);
        this.view = view;
        this.home = home;
        this.answering = answering;
        failures = metrics.counter("pointwatch.desk.feeds.failed");
        undated = metrics.counter("pointwatch.desk.feeds.undated");
        leftOff = metrics.counter("pointwatch.desk.feeds.cut");
    }

    Map<String, Router.Route> routes() {
        return Map.of(
                "/deadlines.ics",
                answering.route(request -> asked(book -> deadlines(request, book))),
                "/alerts.atom",
                alerts("alerts.atom", AlertAtom.TYPE, AlertAtom::write),
                "/alerts.json",
                alerts("alerts.json", AlertJsonFeed.TYPE, AlertJsonFeed::write));
    }

    private Router.Route alerts(String path, String type, BiFunction<AlertFeed, UnaryOperator<String>, String> format) {
        return answering.route(request -> asked(book -> {
            var filter = Question.of(request).feed("kind", KINDS);
            var found = book.alerts(filter);
            cut(found.entries().size(), FeedBook.MOST_ALERTS);
            var feed = new AlertFeed(
                    named("alerts", filter), home.of(request), path, filter.query("kind"), found.entries());
            return Validators.reply(request, type, format.apply(feed, view::title), found.modified());
        }));
    }

    private Reply deadlines(Request request, FeedBook book) throws SQLException {
        var filter = Question.of(request).feed("status", STATUSES);
        var found = book.deadlines(filter);
        cut(found.entries().size(), FeedBook.MOST_DEADLINES);
        var calendar = CalendarFeed.write(named("deadlines", filter), found.entries(), view::title, home.address());
        undated.increment(calendar.undated());
        return Validators.reply(request, CalendarFeed.TYPE, calendar.text(), found.modified());
    }

    private void cut(int entries, int most) {
        if (entries == most) {
            leftOff.increment();
        }
    }

    private String named(String what, FeedFilter filter) {
        var plan = view.heading().title();
        return filter.named(plan.isEmpty() ? "Pointwatch " + what : plan + " – " + what);
    }

    /** A question to the database. */
    private interface Ask {
        Reply of(FeedBook book) throws SQLException;
    }

    private Reply asked(Ask ask) {
        if (book == null) {
            return Reply.error(
                    503, "this desk was started without a database: set db.url to the one that the sink fills");
        }
        try {
            return ask.of(book);
        } catch (SQLException e) {
            failures.increment();
            LOG.warn("cannot ask the database for a feed: {}", e.getMessage());
            return Reply.error(
                    503,
                    UNDEFINED_TABLE.equals(e.getSQLState())
                            ? "the database has no such table yet: start a sink of this version, which brings its tables on"
                            : "the desk's database does not answer; the desk's log says why");
        }
    }
}
