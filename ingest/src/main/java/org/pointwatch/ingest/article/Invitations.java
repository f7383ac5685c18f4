// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.ingest.article;

import java.util.Locale;
import java.util.Set;

/** Lines that stand in or behind a text and are none of it: "read also", "follow us on", "related stories". */
final class Invitations {
    private static final int LONGEST = 160;

    /** What a line begins with that is no part of a text, if it is short. */
    private static final Set<String> BEGINNINGS = lines(
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

    private Invitations() {}

    private static Set<String> lines(String text) {
        return Set.copyOf(text.lines().map(String::strip).toList());
    }

    static boolean isOne(String line) {
        if (line.length() > LONGEST) {
            return false;
        }
        var plain = plain(line);
        if (networks(plain) >= 2 || networks(plain) == 1 && FOLLOW.stream().anyMatch(plain::startsWith)) {
            return true;
        }
        return BEGINNINGS.stream().anyMatch(start -> plain.startsWith(start) && wordEnds(plain, start.length()));
    }

    private static long networks(String line) {
        return NETWORKS.stream().filter(line::contains).count();
    }

    private static boolean wordEnds(String text, int at) {
        return at >= text.length()
                || !Character.isLetterOrDigit(text.charAt(at))
                || !Character.isLetterOrDigit(text.charAt(at - 1));
    }

    /** Whether the text is over before a heading or short line of these words. */
    static boolean endsText(String line) {
        return ENDS.contains(plain(line));
    }

    /** In lower case, without a bullet before it. */
    static String plain(String line) {
        var start = 0;
        while (start < line.length() && "[(*•-–—>»▶►·|#".indexOf(line.charAt(start)) >= 0) {
            start++;
        }
        return line.substring(start).strip().toLowerCase(Locale.ROOT);
    }
}
