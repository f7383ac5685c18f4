// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.desk.api;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.pointwatch.desk.view.AlertWords;

/** A brief as Markdown; whatever came from outside is text there, never markup. */
final class BriefText {
    static final String TYPE = "text/markdown; charset=utf-8";

    private static final String MARKUP = "\\`*_{}[]()#+-.!|~:@\"'";

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern(
                    "EEE d MMM yyyy, HH:mm 'UTC'", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);

    private final StringBuilder out = new StringBuilder();
    private final UnaryOperator<String> titles;
    private final String desk;

    private BriefText(UnaryOperator<String> titles, String desk) {
        this.titles = titles;
        this.desk = desk;
    }

    /**
     * @param titles what people call a target
     * @param desk its address, with a slash at the end: the text is read elsewhere
     */
    static String of(BriefAnswer brief, UnaryOperator<String> titles, String desk) {
        var text = new BriefText(titles, desk);
        text.head(brief);
        text.points(brief.points());
        text.deadlines("New deadlines", brief.newDeadlines());
        text.deadlines("Changed deadlines", brief.changedDeadlines());
        text.deadlines("Open deadlines", brief.openDeadlines());
        text.stances(brief.stances());
        text.alerts(brief.alerts());
        text.figures(brief.figures());
        text.stories(brief.stories());
        return text.out.toString();
    }

    private void head(BriefAnswer brief) {
        var now = brief.total().now();
        line("# " + plain(brief.title().isEmpty() ? "Brief" : brief.title()));
        line("State at " + TIME.format(brief.at()) + ", and what changed since " + TIME.format(brief.since())
                + ". Data to " + (brief.asOf() == null ? "nothing yet" : TIME.format(brief.asOf())) + ".");
        line("**" + some(now.stories(), "story", "stories") + "** ("
                + signed(brief.total().stories()) + " against the span before), "
                + some(now.articles(), "article", "articles") + " ("
                + signed(brief.total().articles()) + "), "
                + some(now.copies(), "copy", "copies") + ", "
                + some(now.outlets() == null ? 0 : now.outlets(), "outlet", "outlets") + ".");
    }

    private void points(List<BriefAnswer.Point> points) {
        line("## Points");
        out.append(
                "| no. | point | stories | change | articles | outlets | tone (own) | n |\n|---|---|---|---|---|---|---|---|\n");
        for (var point : points) {
            var now = point.change().now();
            var own = now.sentiment().own();
            out.append("| ")
                    .append(plain(point.number() == null ? "" : point.number()))
                    .append(" | [")
                    .append(plain(point.title()))
                    .append("](")
                    .append(onDesk(point.evidence()))
                    .append(')')
                    .append(" | ")
                    .append(now.stories())
                    .append(" | ")
                    .append(signed(point.change().stories()))
                    .append(" | ")
                    .append(now.articles())
                    .append(" | ")
                    .append(now.outlets())
                    .append(" | ")
                    .append(own.mean() == null ? "" : own.mean() + " (" + own.low() + " to " + own.high() + ")")
                    .append(" | ")
                    .append(own.n())
                    .append(" |\n");
        }
        out.append('\n');
    }

    private void deadlines(String title, List<DeadlinesAnswer.Row> deadlines) {
        section(title, deadlines.isEmpty());
        for (var deadline : deadlines) {
            var evidence = deadline.evidence();
            var due = deadline.due() == null ? "no day" : AlertWords.of("", deadline.due(), titles);
            item("**" + plain(due) + "** " + deadline.status() + ", " + some(deadline.stories(), "story", "stories")
                    + carried(deadline.told()) + ": "
                    + (evidence == null ? "" : quoted(evidence.sentence(), evidence.outlet(), evidence.url())));
        }
        end(deadlines.isEmpty());
    }

    private void stances(List<BriefAnswer.Stance> stances) {
        section("Stances", stances.isEmpty());
        for (var stance : stances) {
            item("**" + plain(titles.apply("actor:" + stance.actor())) + "** on "
                    + plain(titles.apply("point:" + stance.point())) + ": " + plain(stance.stance())
                    + (stance.before() == null ? "" : " (before: " + plain(stance.before()) + ")") + " "
                    + (stance.quotation() == null ? "" : quoted(stance.quotation(), stance.outlet(), null)));
        }
        end(stances.isEmpty());
    }

    private void alerts(List<AlertsAnswer.Row> alerts) {
        section("Alerts", alerts.isEmpty());
        for (var alert : alerts) {
            var sentence =
                    alert.evidence().isEmpty() ? "" : quoted(alert.evidence().get(0), alert.outlet(), alert.url());
            item(TIME.format(alert.at()) + " **" + alert.kind().replace('-', ' ') + "** " + plain(alert.about()) + ": "
                    + plain(alert.words()) + " " + sentence);
        }
        end(alerts.isEmpty());
    }

    private void figures(List<FiguresAnswer.Row> figures) {
        section("Figures in contest", figures.isEmpty());
        for (var figure : figures) {
            item(plain(titles.apply("point:" + figure.point())) + ": **"
                    + plain(figure.matched() == null ? figure.value() + " " + figure.unit() : figure.matched())
                    + "**, " + counts(figure.stories(), figure.articles(), figure.outlets())
                    + (figure.sentence() == null ? "" : ": " + quoted(figure.sentence(), null, null)));
        }
        end(figures.isEmpty());
    }

    private void stories(List<StoriesAnswer.Row> stories) {
        section("Stories", stories.isEmpty());
        for (var story : stories) {
            item(link(story.title() == null ? story.story() : story.title(), story.url()) + " ("
                    + plain(story.outlet() == null ? "" : story.outlet()) + "), "
                    + some(story.articles(), "article", "articles") + ", "
                    + some(story.copies(), "copy", "copies") + ", "
                    + some(story.outlets(), "outlet", "outlets") + ", [all of it]("
                    + onDesk("/stories/" + encoded(story.story())) + ")");
        }
        end(stories.isEmpty());
    }

    private static String carried(@Nullable Told told) {
        return told == null ? "" : " (its changes: " + counts(told.stories(), told.articles(), told.outlets()) + ")";
    }

    private static String counts(long stories, long articles, long outlets) {
        return some(stories, "story", "stories") + ", " + some(articles, "article", "articles") + ", "
                + some(outlets, "outlet", "outlets");
    }

    private static String some(long n, String one, String many) {
        return n + " " + (n == 1 ? one : many);
    }

    private void section(String title, boolean empty) {
        line("## " + title);
        if (empty) {
            line("None.");
        }
    }

    private void end(boolean empty) {
        out.append(empty ? "" : "\n");
    }

    private void line(String text) {
        out.append(text).append("\n\n");
    }

    private void item(String text) {
        out.append("- ").append(text.strip()).append('\n');
    }

    private static String quoted(String sentence, @Nullable String outlet, @Nullable String url) {
        var source = outlet == null ? "" : " (" + link(outlet, url) + ")";
        return "“" + plain(sentence) + "”" + source;
    }

    private String onDesk(String path) {
        return desk + path.substring(1);
    }

    private static String encoded(String id) {
        return URLEncoder.encode(id, StandardCharsets.UTF_8);
    }

    private static String link(String text, @Nullable String url) {
        return url == null ? plain(text) : "[" + plain(text) + "](<" + address(url) + ">)";
    }

    private static String address(String url) {
        return url.replace("\\", "%5C")
                .replace("<", "%3C")
                .replace(">", "%3E")
                .replace("\n", "")
                .replace("\r", "");
    }

    private static String signed(long n) {
        return n > 0 ? "+" + n : String.valueOf(n);
    }

    /** On one line, with every character of markup escaped. */
    static String plain(String text) {
        var safe = new StringBuilder();
        text.codePoints().forEach(c -> {
            if (Character.isISOControl(c) || c == 0x2028 || c == 0x2029) {
                safe.append(' ');
            } else if (c == '<' || c == '>' || c == '&') {
                safe.append(c == '<' ? "&lt;" : c == '>' ? "&gt;" : "&amp;");
            } else if (Character.getType(c) != Character.FORMAT) {
                if (MARKUP.indexOf(c) >= 0) {
                    safe.append('\\');
                }
                safe.appendCodePoint(c);
            }
        });
        return safe.toString();
    }
}
