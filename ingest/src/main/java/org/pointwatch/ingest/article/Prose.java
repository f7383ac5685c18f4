// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.ingest.article;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/**
 * The lines of the article's own text among those of its element: without what stands before the first paragraph (title,
 * byline, time) and behind the last one (tags, offers, further reading), and without invitations in between.
 */
final class Prose {
    private static final int INVITATION = 160;
    private static final int STUMP = 40;

    /** What a line begins with that is no part of a text, if it is short. */
    private static final Set<String> INVITATIONS = lines(
            """
            advert
            advertisement
            article continues below
            story continues below
            continue reading below
            continued below
            scroll to continue
            scroll down
            skip to
            read more
            read also
            read next
            read:
            see more
            see also:
            also read
            also see
            also:
            more:
            more from
            more on this
            more stories
            related:
            related story
            related stories
            related articles
            related content
            related coverage
            recommended:
            watch:
            watch more
            watch now
            watch the video
            listen:
            photos:
            video:
            click here
            click to
            tap here
            sign up
            subscribe
            get our
            get the latest
            get breaking news
            download our
            download the
            follow us
            follow him
            follow her
            follow on
            follow @
            like us
            join our
            share this
            share on
            share your
            tell us
            tweet
            loading
            please enable
            your browser
            javascript is
            this video
            image credit
            image caption
            media caption
            image copyright
            photo credit
            photo:
            photo by
            picture:
            credit:
            getty images
            file photo
            copyright
            ©
            all rights reserved
            published:
            updated:
            last updated
            first published
            posted on
            posted by
            posted in
            filed under
            tags:
            tagged
            categories:
            topics:
            source:
            sources:
            via:
            comments
            leave a reply
            leave a comment
            view comments
            post a comment
            show comments
            print this
            email this
            report an error
            thank you for
            for more information, visit
            contact the
            lire aussi
            à lire aussi
            lesen sie auch
            mehr zum thema
            lee también
            lea también
            leia também
            leia mais
            baca juga
            leggi anche
            czytaj też
            czytaj także
            zobacz też
            читайте также
            читайте також
            смотрите также
            источник:
            джерело:
            фото:
            anzeige
            publicidad
            publicidade
            publicité
            pubblicità
            реклама
            """);

    /** A heading or short line behind which the article is over. */
    private static final Set<String> ENDS = lines(
            """
            about the author
            about the authors
            related
            related articles
            related content
            related links
            related news
            related posts
            related stories
            related topics
            recommended
            recommended for you
            read more
            read next
            see also
            more from
            more news
            more stories
            most popular
            most read
            trending
            comments
            leave a comment
            leave a reply
            share this
            share this:
            share this article
            tags
            top stories
            you may also like
            you might also like
            around the web
            from around the web
            what to read next
            up next
            sign up for our newsletter
            newsletter
            like this:
            mehr zum thema
            à lire aussi
            lire aussi
            lea también
            leia também
            leia mais
            baca juga
            leggi anche
            czytaj także
            читайте также
            читайте також
            похожие статьи
            комментарии
            """);

    private static final Set<String> FOLLOW =
            Set.of("follow", "like ", "join", "find us", "connect", "subscribe", "listen");
    private static final Set<String> NETWORKS = Set.of(
            "twitter", "facebook", "instagram", "youtube", "whatsapp", "telegram", "linkedin", "tiktok", "snapchat");

    private Prose() {}

    private static Set<String> lines(String text) {
        return Set.copyOf(text.lines().map(String::strip).toList());
    }

    static List<Block> of(List<Block> all, String title) {
        var kept = new ArrayList<Block>();
        for (var block : all) {
            if (!block.mostlyLinks() && !invites(block) && !same(block.text(), title)) {
                kept.add(block);
            }
        }
        return withoutStrayHeadings(between(ended(kept)));
    }

    /** Cut before a heading such as "Related stories", unless most of the prose is still to come. */
    private static List<Block> ended(List<Block> blocks) {
        var total = blocks.stream().mapToInt(Block::prose).sum();
        var before = 0;
        for (var i = 0; i < blocks.size(); i++) {
            var block = blocks.get(i);
            if (block.prose() == 0 && 2 * before > total && ENDS.contains(plain(block.text()))) {
                return blocks.subList(0, i);
            }
            before += block.prose();
        }
        return blocks;
    }

    /** From the first paragraph to the last one, and on as long as lines stand beside it; all if most is no paragraph. */
    private static List<Block> between(List<Block> blocks) {
        var first = 0;
        while (first < blocks.size() && !begins(blocks.get(first))) {
            first++;
        }
        if (first == blocks.size() || chars(blocks.subList(0, first)) > chars(blocks.subList(first, blocks.size()))) {
            return blocks;
        }
        var last = blocks.size() - 1;
        while (last > first && blocks.get(last).prose() == 0) {
            last--;
        }
        var container = blocks.get(last).container();
        var end = blocks.size();
        while (end > last + 1 && !follows(blocks.get(end - 1), container)) {
            end--;
        }
        return blocks.subList(first, end);
    }

    private static int chars(List<Block> blocks) {
        return blocks.stream().mapToInt(Block::chars).sum();
    }

    private static boolean begins(Block block) {
        return block.prose() > 0 && !(block.prose() < STUMP && !block.sentence());
    }

    private static boolean follows(Block block, @Nullable Element container) {
        return !block.heading()
                && block.linked() == 0
                && (block.sentence() || block.item() || Objects.equals(block.container(), container));
    }

    /** A heading says what follows; one before another of its rank, or before nothing, says nothing. */
    private static List<Block> withoutStrayHeadings(List<Block> blocks) {
        var kept = new ArrayList<Block>();
        for (var i = 0; i < blocks.size(); i++) {
            var block = blocks.get(i);
            var next = i + 1 < blocks.size() ? blocks.get(i + 1) : null;
            if (!block.heading() || next != null && !(next.heading() && next.level() <= block.level())) {
                kept.add(block);
            }
        }
        return kept;
    }

    private static boolean invites(Block block) {
        if (block.text().length() > INVITATION) {
            return false;
        }
        var plain = plain(block.text());
        if (networks(plain) >= 2 || networks(plain) == 1 && FOLLOW.stream().anyMatch(plain::startsWith)) {
            return true;
        }
        return INVITATIONS.stream().anyMatch(start -> plain.startsWith(start) && wordEnds(plain, start.length()));
    }

    private static long networks(String line) {
        return NETWORKS.stream().filter(line::contains).count();
    }

    private static boolean wordEnds(String text, int at) {
        return at >= text.length()
                || !Character.isLetterOrDigit(text.charAt(at))
                || !Character.isLetterOrDigit(text.charAt(at - 1));
    }

    static boolean same(String line, String title) {
        return !title.isEmpty()
                && line.length() < 2 * title.length() + 10
                && plain(line).equals(plain(title));
    }

    private static String plain(String line) {
        var start = 0;
        while (start < line.length() && "[(*•-–—>»▶►·|#".indexOf(line.charAt(start)) >= 0) {
            start++;
        }
        return line.substring(start).strip().toLowerCase(Locale.ROOT);
    }
}
