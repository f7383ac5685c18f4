// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.desk.api;

import java.util.List;
import java.util.stream.Stream;

/** Parameters that several routes share. */
final class Params {
    static final String DEFAULT_LIMIT = "50";

    static final Param FROM = Param.one(
            "from",
            ParamKind.TIME,
            "Begin of a range of event time, inclusive, in whole quarters of an hour; a day is a day in UTC. By default the"
                    + " start of the 14th day back from the end, that day included.");
    static final Param TO = Param.one(
            "to", ParamKind.TIME, "End of the range, exclusive; a day is included to its end. By default asOf.");
    static final Param TARGETS =
            Param.many("target", ParamKind.TARGET, "What is counted: any of these; see the glossary of targets.");
    static final Param POINTS = Param.many("point", ParamKind.ID, "Ids of points: any of these.");
    static final Param ACTORS = Param.many("actor", ParamKind.ID, "Ids of actors: any of these.");
    static final Param LIMIT =
            new Param("limit", ParamKind.COUNT, false, "Rows of a page, at most 500.", List.of(), DEFAULT_LIMIT);
    static final Param CURSOR = Param.one("cursor", ParamKind.CURSOR, "\"next\" of the page before.");
    static final Param FORMAT = Param.word(
            "format",
            "json",
            "As CSV the rows alone, cells safe for spreadsheets; as JSON Lines one row a line.",
            "json",
            "csv",
            "jsonl");

    private Params() {}

    static List<Param> paged(Param... own) {
        return Stream.concat(Stream.of(own), Stream.of(LIMIT, CURSOR, FORMAT)).toList();
    }

    static List<Param> whole(Param... own) {
        return Stream.concat(Stream.of(own), Stream.of(FORMAT)).toList();
    }
}
