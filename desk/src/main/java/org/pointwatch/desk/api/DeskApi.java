// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.desk.api;

import io.micrometer.core.instrument.MeterRegistry;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.pointwatch.desk.view.View;
import org.pointwatch.domain.dossier.AlertKind;

/** All that the API can be asked: the one description of it. */
public final class DeskApi {
    static final String V1 = "/api/v1";

    private final View view;
    private final Supplier<DeskState> state;
    private final Backstage backstage;

    private DeskApi(View view, Supplier<DeskState> state, Backstage backstage) {
        this.view = view;
        this.state = state;
        this.backstage = backstage;
    }

    /** @param tables null answers 503 whatever needs them */
    public static Api of(
            View view, Supplier<DeskState> state, Backstage backstage, @Nullable Tables tables, MeterRegistry metrics) {
        var desk = new DeskApi(view, state, backstage);
        var operations = new ArrayList<Operation>();
        operations.addAll(desk.counts());
        operations.addAll(desk.lists());
        operations.addAll(desk.things());
        operations.addAll(StoryOperations.all());
        operations.addAll(FeedsAnswer.operations());
        operations.addAll(
                WritingOperations.of(view, backstage, tables == null ? new NoDatabase() : tables, new Audit(metrics)));
        var described = OpenApi.of(operations);
        operations.add(new Operation(
                "GET",
                "/api/openapi.json",
                "This description.",
                Operation.Access.READ,
                List.of(),
                null,
                null,
                null,
                false,
                call -> described));
        return new Api(operations, tables, metrics);
    }

    private List<Operation> counts() {
        return List.of(
                Operation.list(
                        V1 + "/series",
                        "Counts of targets by hour or day; by default of every point of the dossier.",
                        Params.whole(
                                Params.TARGETS,
                                Params.FROM,
                                Params.TO,
                                Param.word("step", "day", "Length of a step, in UTC.", "hour", "day")),
                        SeriesAnswer.class,
                        SeriesAnswer.Row.class,
                        call -> SeriesAnswer.of(
                                call,
                                points().stream()
                                        .map(id -> new TargetName("point:" + id, "point", id, null, null, null))
                                        .toList())),
                Operation.list(
                        V1 + "/rolling",
                        "Windows that end with the newest data, with the ones before them, shares and surges.",
                        Params.paged(Params.TARGETS, Param.words("window", "Any of these.", RollingAnswer.WINDOWS)),
                        RollingAnswer.class,
                        RollingAnswer.Row.class,
                        RollingAnswer::of),
                Operation.list(
                        V1 + "/matrix",
                        "Counts of each point with each actor in one sentence.",
                        Params.whole(Params.POINTS, Params.ACTORS, Params.FROM, Params.TO),
                        MatrixAnswer.class,
                        MatrixAnswer.Cell.class,
                        call -> MatrixAnswer.of(
                                call,
                                or(call.asked().all("point"), points()),
                                or(call.asked().all("actor"), actors()))),
                Operation.list(
                                V1 + "/silent",
                                "Points that were told of in the range and then no more, the most told first.",
                                Params.whole(
                                        Params.POINTS,
                                        Params.FROM,
                                        Params.TO,
                                        new Param(
                                                "hours",
                                                ParamKind.COUNT,
                                                false,
                                                "How long without a story, up to the end of range or data.",
                                                List.of(),
                                                "48")),
                                SilentAnswer.class,
                                SilentAnswer.Row.class,
                                call -> SilentAnswer.of(call, or(call.asked().all("point"), points()), view::title))
                        .unsteady(),
                Operation.list(
                        V1 + "/outlets",
                        "Who told of a target, by default of anything of the dossier.",
                        Params.paged(Params.TARGETS, Params.FROM, Params.TO),
                        OutletsAnswer.class,
                        OutletsAnswer.Row.class,
                        OutletsAnswer::of),
                Operation.list(
                        V1 + "/figures",
                        "Numbers that are told of the points, and which of them contradict one another.",
                        Params.whole(Params.POINTS, Params.FROM, Params.TO),
                        FiguresAnswer.class,
                        FiguresAnswer.Row.class,
                        FiguresAnswer::of));
    }

    private List<Operation> lists() {
        return List.of(
                Operation.list(
                        V1 + "/evidence",
                        "The sentences behind the counts; full text over sentences and titles.",
                        Params.paged(
                                Params.TARGETS,
                                Params.FROM,
                                Params.TO,
                                Param.one(
                                        "q",
                                        ParamKind.TEXT,
                                        "Words, \"a phrase\", or, -word: over sentence and title."),
                                Param.many(
                                        "language",
                                        ParamKind.LANGUAGES,
                                        "Language of the article, none for unknown; with ! before it all but this."),
                                Param.many(
                                        "outlet",
                                        ParamKind.NAMES,
                                        "Outlet, as it stands in rows; with ! before it all but this."),
                                Param.many(
                                        "group",
                                        ParamKind.NAMES,
                                        "Group of the outlet, none for outlets without one; with ! before it all but this."),
                                Param.words(
                                        "relation",
                                        "Where the article stands in its story.",
                                        List.of("original", "copy", "update", "rewrite")),
                                Param.words(
                                        "sentiment",
                                        "Toward the target: in the outlet's voice, else inside quotations.",
                                        List.of("negative", "neutral", "positive")),
                                Direction.PARAM),
                        EvidenceAnswer.class,
                        EvidenceAnswer.Row.class,
                        EvidenceAnswer::of),
                Operation.list(
                        V1 + "/stories",
                        "Stories about a target, by default about anything of the dossier.",
                        Params.paged(
                                Params.TARGETS,
                                Params.FROM,
                                Params.TO,
                                Param.word(
                                        "sort",
                                        "last",
                                        "The last spoken of first, or the most copied.",
                                        "last",
                                        "copies")),
                        StoriesAnswer.class,
                        StoriesAnswer.Row.class,
                        StoriesAnswer::of),
                Operation.list(
                        V1 + "/quotes",
                        "Words that articles attribute to somebody.",
                        Params.paged(Params.ACTORS, Params.POINTS, Params.FROM, Params.TO),
                        QuotesAnswer.class,
                        QuotesAnswer.Row.class,
                        QuotesAnswer::of),
                Operation.list(
                        V1 + "/deadlines",
                        "Deadlines of the negotiation with their histories; merged ones only where they are asked for.",
                        Params.paged(
                                Params.POINTS,
                                Params.ACTORS,
                                Param.words("status", "Any of these.", DeadlinesAnswer.STATUSES)),
                        DeadlinesAnswer.class,
                        DeadlinesAnswer.Row.class,
                        DeadlinesAnswer::of),
                Operation.list(
                        V1 + "/stances",
                        "Who stands where on which point, in which words, and where they stood before.",
                        Params.paged(
                                Params.POINTS,
                                Params.ACTORS,
                                Param.words("stance", "Any of these.", StancesAnswer.STANCES)),
                        StancesAnswer.class,
                        StancesAnswer.Row.class,
                        StancesAnswer::of),
                Operation.list(
                                V1 + "/alerts",
                                "What was told, with what analysts noted about it.",
                                Params.paged(
                                        Param.words("kind", "Any of these.", List.copyOf(AlertKind.ids())),
                                        Params.POINTS,
                                        Params.ACTORS,
                                        Params.FROM,
                                        Params.TO),
                                AlertsAnswer.class,
                                AlertsAnswer.Row.class,
                                call -> AlertsAnswer.of(call, view::title))
                        .unsteady());
    }

    private List<Operation> things() {
        return List.of(
                Operation.get(
                                V1 + "/dossier",
                                "The dossier in force.",
                                List.of(),
                                DossierAnswer.class,
                                call -> DossierAnswer.of(call.stamp().asOf(), view.sheet()))
                        .unsteady(),
                Operation.list(
                                V1 + "/rules",
                                "The rules by which the dossier in force finds its points and figures.",
                                Params.whole(
                                        Params.POINTS,
                                        Param.many("language", ParamKind.LANGUAGE, "Of texts; any for all.")),
                                RulesAnswer.class,
                                RulesAnswer.Row.class,
                                call -> RulesAnswer.of(
                                        view.sheet(),
                                        call.asked().all("point"),
                                        call.asked().all("language")))
                        .unsteady(),
                Operation.list(
                                V1 + "/brief",
                                "The state of the plan at a time, and what changed since an earlier one; as CSV its points.",
                                List.of(
                                        Param.one("at", ParamKind.TIME, "By default asOf."),
                                        Param.one("since", ParamKind.TIME, "By default a day before."),
                                        Param.word(
                                                "format",
                                                "json",
                                                "As Markdown, to print or to mail; as CSV and JSON Lines the points alone.",
                                                "json",
                                                "md",
                                                "csv",
                                                "jsonl")),
                                BriefAnswer.class,
                                BriefAnswer.Point.class,
                                this::brief)
                        .unsteady(),
                Operation.get(
                                V1 + "/status",
                                "How far the data reach.",
                                List.of(),
                                StatusAnswer.class,
                                call -> StatusAnswer.of(
                                        call, state.get(), backstage.clock().instant()))
                        .unsteady());
    }

    private Object brief(Call call) throws java.sql.SQLException {
        var brief = BriefAnswer.of(call, view.sheet(), view::title);
        return call.asked().word("format").equals("md")
                ? new Document(BriefText.TYPE, BriefText.of(brief, view::title, call.desk()))
                : brief;
    }

    private List<String> points() {
        var sheet = view.sheet();
        return sheet == null
                ? List.of()
                : sheet.points().stream().map(p -> p.id()).toList();
    }

    private List<String> actors() {
        var sheet = view.sheet();
        return sheet == null
                ? List.of()
                : sheet.actors().stream().map(a -> a.id()).toList();
    }

    private static List<String> or(List<String> asked, List<String> all) {
        return asked.isEmpty() ? all : asked;
    }
}
