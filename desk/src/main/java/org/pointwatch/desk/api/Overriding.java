// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.desk.api;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.pointwatch.wire.override.OverrideException;
import org.pointwatch.wire.override.StoryAudit;
import org.pointwatch.wire.override.VetoOverrides;
import org.pointwatch.wire.record.Override;

/** Decisions on stories, tags and outlets, written as {@code pointwatch story} and {@code veto} write them. */
final class Overriding {
    private static final Pattern ARTICLE = Pattern.compile("[0-9a-f]{20}");
    private static final int MOST_ASKING = 4;

    private final Backstage backstage;
    private final Audit audit;
    private final Semaphore places = new Semaphore(MOST_ASKING);

    @Body
    @Says("A decision. Those on stories are made about articles, because stories come and go.")
    record Request(
            @Says("On stories merge, split or undo; veto-tag, allow-tag, veto-outlet or allow-outlet.") String kind,
            @Says("Article id; of all but outlets.") @Nullable String article,
            @Says("The other article of a merge.") @Nullable String with,
            @Says("Of a tag: point:<id> or actor:<id>.") @Nullable String target,
            @Says("An outlet as articles have it.") @Nullable String outlet,
            @Says("Who decides; up to 100 characters.") String by,
            @Says("The reason; up to 1,000 characters.") @Nullable String why) {}

    @Says("What was written; counts follow when the topology has taken it in.")
    record Decided(List<Row> records, @Says("What it replaces, and what stays as it is.") List<String> notes) {}

    @Says("Decisions in force.")
    record Listed(List<Row> rows) implements Listing {}

    @Says("As the topic has it.")
    record Row(
            String id,
            String kind,
            @Says("Article id, or the outlet.") String subject,
            @Nullable String with,
            String by,
            String why,
            Instant at,
            @Says("The target of a vetoed tag.") @Nullable String tag) {
        static Row of(Override record) {
            return new Row(
                    record.id(),
                    record.kind(),
                    record.subject(),
                    record.with(),
                    record.by(),
                    record.why(),
                    record.at(),
                    record.tag());
        }
    }

    Overriding(Backstage backstage, Audit audit) {
        this.backstage = backstage;
        this.audit = audit;
    }

    Listed list() {
        try {
            var overrides = asked(() -> decisions().read());
            var inForce = Stream.concat(overrides.stories().inForce().stream(), overrides.vetoes().inForce().stream());
            return new Listed(inForce.map(Row::of).toList());
        } catch (OverrideException e) {
            throw new Refusal(503, e.getMessage());
        }
    }

    Decided decide(Call call) {
        var request = call.body(Request.class);
        try {
            var why = request.why() == null ? "" : request.why();
            var said = StoryAudit.of("by", request.by(), "why", why, backstage.clock());
            var deciding = deciding(request, said);
            var change = asked(() -> decisions().decide(deciding));
            if (change.records().isEmpty()) {
                throw new Refusal(409, String.join("; ", change.notes()));
            }
            change.records().forEach(r -> audit.wrote(r.kind(), r.key(), r.by(), r.why()));
            return new Decided(change.records().stream().map(Row::of).toList(), change.notes());
        } catch (OverrideException e) {
            throw new Refusal(e.isWrong() ? 400 : 503, e.getMessage());
        }
    }

    /** While Kafka does not answer, who asks for decisions keeps a few threads waiting and not all. */
    private <T> T asked(Supplier<T> question) {
        if (!places.tryAcquire()) {
            throw new Refusal(
                    503, "too many ask for decisions at once, or Kafka does not answer: try again in a moment");
        }
        try {
            return question.get();
        } finally {
            places.release();
        }
    }

    private Decisions decisions() {
        var decisions = backstage.decisions();
        if (decisions == null) {
            throw new Refusal(503, "this desk was started without Kafka, where decisions are kept");
        }
        return decisions;
    }

    private static Decisions.Deciding deciding(Request request, StoryAudit said) {
        return switch (request.kind()) {
            case Override.MERGE -> merging(request, said);
            case Override.SPLIT, Override.UNDO, Override.VETO_TAG, Override.ALLOW_TAG -> onArticle(request, said);
            case Override.VETO_OUTLET, Override.ALLOW_OUTLET -> onOutlet(request, said);
            default ->
                throw Refusal.bad("kind=" + Shown.of(request.kind()) + " is unknown: use one of merge, split, undo,"
                        + " veto-tag, allow-tag, veto-outlet, allow-outlet");
        };
    }

    private static Decisions.Deciding merging(Request request, StoryAudit said) {
        var article = article("article", request.article());
        var other = article("with", request.with());
        if (other.equals(article)) {
            throw Refusal.bad("with=" + other + " is the article itself: name another");
        }
        return before -> before.stories().merge(article, other, said);
    }

    private static Decisions.Deciding onArticle(Request request, StoryAudit said) {
        var article = article("article", request.article());
        switch (request.kind()) {
            case Override.SPLIT -> {
                return before -> before.stories().split(article, said);
            }
            case Override.UNDO -> {
                return before -> before.stories().undo(article, said);
            }
            default -> {
                var target = VetoOverrides.target("target", given(request.target()));
                return request.kind().equals(Override.VETO_TAG)
                        ? before -> before.vetoes().vetoTag(article, target, said)
                        : before -> before.vetoes().allowTag(article, target, said);
            }
        }
    }

    private static Decisions.Deciding onOutlet(Request request, StoryAudit said) {
        var outlet = VetoOverrides.outlet("outlet", given(request.outlet()));
        return request.kind().equals(Override.VETO_OUTLET)
                ? before -> before.vetoes().vetoOutlet(outlet, said)
                : before -> before.vetoes().allowOutlet(outlet, said);
    }

    private static String given(@Nullable String text) {
        return text == null ? "" : text;
    }

    private static String article(String field, @Nullable String given) {
        var id = given == null ? "" : given.strip().toLowerCase(Locale.ROOT);
        if (!ARTICLE.matcher(id).matches()) {
            throw Refusal.bad(field + "=" + Shown.of(id) + " is no article id: give its 20 hex digits");
        }
        return id;
    }
}
