// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.domain.deadline;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.pointwatch.domain.dates.DateExpression;
import org.pointwatch.domain.deadline.Statement.Named;
import org.pointwatch.domain.tagging.Sentence;
import org.pointwatch.domain.tagging.TagResult;
import org.pointwatch.domain.tagging.Words;

import static org.pointwatch.domain.dossier.DeadlineCue.*;

/** Reads the sentences of one article, one after the other. */
final class StatementReader {
    private static final Set<String> OLD_DAY =
            Set.of("from", "than", "of", "von", "с", "со", "з", "із", "du", "by", "um", "на");

    private final Judge judge;
    private final Standing standing;
    private final Parties parties;
    private final Due due;
    private final Words words;
    private final List<DeadlineMention> deadlines = new ArrayList<>();
    private final List<DateMention> dates = new ArrayList<>();

    /** By their number in the text, until they are put among the sentences of the finding. */
    private final Map<Integer, Sentence> sentences = new TreeMap<>();

    StatementReader(@Nullable LocalDate today, Parties parties, Words words) {
        judge = new Judge(today);
        standing = new Standing(today);
        due = new Due(today);
        this.parties = parties;
        this.words = words;
    }

    void read(Statement s) {
        var found = new ArrayList<DeadlineMention>();
        var days = s.days();
        for (int i = 0; i < days.size(); i++) {
            var last = DayList.end(s, i);
            if (last > i) {
                found.add(mention(s, days.get(i), days.subList(i, last + 1)));
                i = last;
            } else {
                read(s, days.get(i), found);
            }
        }
        keepNewDay(found);
        if (found.isEmpty()) {
            Denial.in(s).ifPresent(denial -> found.add(denied(s, denial)));
        } else {
            addWhenOver(s, found);
        }
        for (var mention : found) {
            if (deadlines.size() < DeadlineFinder.MOST) {
                deadlines.add(mention);
                sentences.computeIfAbsent(mention.sentence(), words::sentence);
            }
        }
    }

    private void read(Statement s, DayPhrase day, List<DeadlineMention> found) {
        switch (judge.verdict(s, day)) {
            case DEADLINE -> found.add(mention(s, day, List.of(day)));
            case TERM -> date(day, "term");
            case EVENT -> date(day, "event");
            case NEITHER -> {}
        }
    }

    /** Beside a deadline with a day, "the deadline for me is when it is over" stands for itself. */
    private void addWhenOver(Statement s, List<DeadlineMention> found) {
        Denial.whenOver(s)
                .filter(d -> found.stream()
                        .allMatch(m -> words.start(d.from()) >= m.end() || words.end(d.to() - 1) <= m.start()))
                .ifPresent(denial -> found.add(denied(s, denial)));
    }

    private void date(DayPhrase day, String kind) {
        if (dates.size() < DeadlineFinder.MOST) {
            var date = day.date();
            var start = words.start(day.first());
            var end = words.end(day.end() - 1);
            var reading = date.latest();
            dates.add(new DateMention(
                    words.text().substring(start, end), start, end, kind, reading.fromText(), reading.toText()));
        }
    }

    private DeadlineMention mention(Statement s, DayPhrase day, List<DayPhrase> list) {
        var noun = s.nounBehind(day);
        var last = list.get(list.size() - 1).end();
        var start = words.start(day.first());
        var end = words.end((noun == null ? last : noun.to()) - 1);
        var status = standing.of(s, day, list.size() > 1);
        var pair = parties.of(s, day);
        var told = due.of(day, status.equals("passed"), list);
        return new DeadlineMention(
                words.text().substring(start, end),
                start,
                end,
                s.sentence(),
                told.day(),
                told.alternatives(),
                precision(day.date()),
                status,
                pair.setBy(),
                pair.bound(),
                points(s));
    }

    private DeadlineMention denied(Statement s, Denial denial) {
        var start = words.start(denial.from());
        var end = words.end(denial.to() - 1);
        var phrase = words.text().substring(start, end);
        var pair = parties.ofDenial(s, denial);
        return new DeadlineMention(
                phrase,
                start,
                end,
                s.sentence(),
                null,
                List.of(),
                "day",
                "denied",
                pair.setBy(),
                pair.bound(),
                points(s));
    }

    /** An answer to the plan is about all of it, whatever the sentence tells of what stands in it. */
    private static List<String> points(Statement s) {
        if (s.hits().has(ANSWER) && s.hits().has(TALKS)) {
            return List.of();
        }
        return s.points().stream().map(Named::id).distinct().toList();
    }

    private static String precision(DateExpression date) {
        return switch (date.precision()) {
            case HOUR -> "hour";
            case DAY -> "day";
            case WEEK -> "week";
            default -> "month";
        };
    }

    /** Of a deadline that is moved only the new day stands. */
    private void keepNewDay(List<DeadlineMention> found) {
        var moved = found.stream().filter(m -> m.status().equals("moved")).toList();
        if (moved.size() > 1) {
            var best = moved.stream()
                    .filter(m -> !isOld(m))
                    .max(Comparator.comparingInt(DeadlineMention::start))
                    .orElse(moved.get(moved.size() - 1));
            found.removeIf(m -> m.status().equals("moved") && m.start() != best.start());
        }
    }

    private boolean isOld(DeadlineMention mention) {
        var before = words.text()
                .substring(Math.max(0, mention.start() - 12), mention.start())
                .trim();
        return OLD_DAY.contains(before.substring(before.lastIndexOf(' ') + 1))
                || mention.phrase().startsWith("by ");
    }

    Dated dated(TagResult tags) {
        var all = tags.including(sentences.values());
        var index = new HashMap<Integer, Integer>();
        for (int i = 0; i < all.sentences().size(); i++) {
            index.put(all.sentences().get(i).start(), i);
        }
        var placed = deadlines.stream()
                .sorted(Comparator.comparingInt(DeadlineMention::start))
                .map(m -> at(m, index.getOrDefault(words.sentence(m.sentence()).start(), 0)))
                .toList();
        return new Dated(all, placed, List.copyOf(dates));
    }

    private static DeadlineMention at(DeadlineMention m, int sentence) {
        return new DeadlineMention(
                m.phrase(),
                m.start(),
                m.end(),
                sentence,
                m.due(),
                m.alternatives(),
                m.precision(),
                m.status(),
                m.setBy(),
                m.bound(),
                m.points());
    }
}
