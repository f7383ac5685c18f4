// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.ingest.parse;

import java.nio.charset.StandardCharsets;
import org.pointwatch.ingest.opml.Opml;

/**
 * The large documents of the catalogue, by case. Reading them makes more garbage than the 64 MB that a case may hold, so that
 * {@link #main} reads each in a process that has no more heap than that.
 */
enum LargeDocuments {
    CASE4_QUADRATIC_BLOWUP {
        @Override
        String text() {
            return "<!DOCTYPE r [<!ENTITY x \"" + "a".repeat(50_000) + "\">]>"
                    + rss(item("&x;".repeat(900))).substring(PROLOG.length());
        }
    },
    CASE7_NESTING {
        @Override
        String text() {
            return rss("<a>".repeat(100_000) + "</a>".repeat(100_000));
        }
    },
    CASE8_NAMESPACES {
        @Override
        String text() {
            return rss("<x:a xmlns:x='u'>".repeat(40_000));
        }
    },
    CASE9_ATTRIBUTES {
        @Override
        String text() {
            var tag = new StringBuilder("<a");
            for (var i = 0; i < 10_001; i++) {
                tag.append(" b").append(i).append("='x'");
            }
            return rss(tag + "/>");
        }
    },
    CASE10_NAME {
        @Override
        String text() {
            return rss("<" + "n".repeat(1 << 20) + "/>");
        }
    },
    CASE10_ATTRIBUTE {
        @Override
        String text() {
            return rss("<a b='" + "x".repeat(9 << 20) + "'/>");
        }
    },
    CASE11_ITEMS {
        @Override
        String text() {
            return rss(item("x").repeat(100_000));
        }
    },
    CASE24_COMMENT {
        @Override
        String text() {
            return "<!--" + "x".repeat(9 << 20) + "-->" + rss(item("A")).substring(PROLOG.length());
        }
    },
    CASE25_DEEP_JSON {
        @Override
        String text() {
            return "{\"a\":" + "[".repeat(10_000);
        }
    },
    CASE25_LONG_NUMBER {
        @Override
        String text() {
            return "{\"version\":" + "9".repeat(9 << 20) + "}";
        }
    },
    CASE26_LONG_LIST {
        @Override
        String text() {
            var many = new StringBuilder("<opml><body>");
            for (var i = 0; i < 60_000; i++) {
                many.append("<outline xmlUrl=\"https://a.example/").append(i).append("\"/>");
            }
            return many.toString();
        }

        @Override
        Object read() {
            return Opml.read("list", bytes());
        }
    },
    CASE26_DEEP_LIST {
        @Override
        String text() {
            return "<outline text='x'>".repeat(10_000) + "<outline xmlUrl='https://a.example/f'/>";
        }

        @Override
        Object read() {
            return Opml.read("list", bytes());
        }
    },
    CASE35_TITLE {
        @Override
        String text() {
            return rss(item("A".repeat(9 << 20)));
        }
    },
    CASE35_TITLE_IN_CYRILLIC {
        @Override
        String text() {
            return rss(item("\u0449".repeat(9 << 19)));
        }
    },
    CASE44_WORD {
        @Override
        String text() {
            return rss("<item><title>t</title><description>" + "w".repeat(5 << 20) + "</description></item>");
        }
    };

    private static final String PROLOG = "<?xml version=\"1.0\"?>";

    abstract String text();

    byte[] bytes() {
        return text().getBytes(StandardCharsets.UTF_8);
    }

    Object read() {
        return FeedParser.parse(bytes(), null, "https://site.example/feed.xml");
    }

    static String rss(String inside) {
        return PROLOG + "<rss version=\"2.0\"><channel><title>T</title><link>https://site.example/</link>"
                + "<description>d</description>" + inside + "</channel></rss>";
    }

    static String item(String title) {
        return "<item><title>" + title + "</title><link>https://site.example/1</link></item>";
    }

    public static void main(String... args) {
        for (var document : values()) {
            document.read();
            System.out.println(document);
        }
    }
}
