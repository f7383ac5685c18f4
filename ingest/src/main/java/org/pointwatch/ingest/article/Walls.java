// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.ingest.article;

import java.util.List;
import java.util.Locale;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;
import org.pointwatch.ingest.article.ExtractedArticle.Access;
import org.pointwatch.ingest.parse.CleanText;

/** What may stand before an article instead of it. */
final class Walls {
    /** A page that shows this much shows its article. */
    private static final int WHOLE = 1_500;

    private static final int HEAD = 4_000;
    private static final List<String> CHALLENGES = List.of(
            "just a moment...",
            "attention required! | cloudflare",
            "checking your browser",
            "verify you are human",
            "verifying you are human",
            "are you a robot",
            "you are not a robot",
            "complete the captcha",
            "pardon our interruption",
            "enable javascript and cookies to continue",
            "please enable js and disable any ad blocker",
            "access to this page has been denied",
            "access denied",
            "request unsuccessful. incapsula",
            "unusual traffic from your computer",
            "ddos protection by");
    private static final List<String> CONSENTS = List.of(
            "before you continue to",
            "we value your privacy",
            "we care about your privacy",
            "your privacy choices",
            "we and our partners",
            "accept cookies to continue",
            "mit werbung und tracking",
            "werbefrei weiterlesen",
            "ihre zustimmung",
            "nous et nos partenaires",
            "votre consentement",
            "tu consentimiento",
            "il tuo consenso",
            "szanujemy twoją prywatność");
    private static final List<String> OFFERS = List.of(
            "subscribe to continue",
            "subscribe to read",
            "subscribe now to read",
            "subscribe to unlock",
            "to continue reading",
            "to read the full story",
            "to read this article",
            "already a subscriber",
            "this article is for subscribers",
            "for subscribers only",
            "subscriber-only",
            "create a free account to",
            "register to continue reading",
            "sign in to continue",
            "you have reached your limit",
            "jetzt weiterlesen",
            "weiterlesen mit",
            "réservé aux abonnés",
            "réservé à nos abonnés",
            "para suscriptores",
            "dla subskrybentów",
            "доступно подписчикам",
            "для передплатників");

    private Walls() {}

    static Access of(Document page, LinkedData data, String text, @Nullable String url) {
        if (text.length() >= WHOLE) {
            return data.paid() && offers(page) ? Access.PAYWALL : Access.OPEN;
        }
        var head = head(page);
        if (has(head, CHALLENGES) || captcha(page)) {
            return Access.CHALLENGE;
        } else if (consentAddress(url) || text.length() < HEAD / 10 && has(head, CONSENTS)) {
            return Access.CONSENT;
        } else if (data.paid() || offers(page)) {
            return Access.PAYWALL;
        }
        return text.isEmpty() ? Access.NO_ARTICLE : Access.OPEN;
    }

    private static String head(Document page) {
        var text = page.title() + "\n" + CleanText.head(visible(page.body()), HEAD);
        return text.toLowerCase(Locale.ROOT);
    }

    private static String visible(Element body) {
        var out = new StringBuilder();
        for (var block : Blocks.of(
                body, e -> e.normalName().equals("script") || e.normalName().equals("style"))) {
            if (out.length() < HEAD) {
                out.append(block.text()).append('\n');
            }
        }
        return out.toString();
    }

    private static boolean captcha(Document page) {
        return page.selectFirst(
                        "#challenge-form, #cf-wrapper, .g-recaptcha.challenge, #px-captcha, iframe[src*=captcha-delivery]")
                != null;
    }

    private static boolean consentAddress(@Nullable String url) {
        return url != null && (url.contains("://consent.") || url.contains("/consent?") || url.contains("://guce."));
    }

    private static boolean offers(Document page) {
        return has(CleanText.head(visible(page.body()), 100_000).toLowerCase(Locale.ROOT), OFFERS)
                || page.selectFirst("[class*=paywall], [id*=paywall]") != null;
    }

    private static boolean has(String text, List<String> phrases) {
        return phrases.stream().anyMatch(text::contains);
    }
}
