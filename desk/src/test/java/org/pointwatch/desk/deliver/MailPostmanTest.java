// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.desk.deliver;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.Message;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.pointwatch.desk.deliver.Answer.NotTaken;
import org.pointwatch.desk.deliver.Answer.Taken;
import org.pointwatch.desk.deliver.MailServer.Security;

import static org.assertj.core.api.Assertions.assertThat;

/** Against an SMTP server in this process. */
final class MailPostmanTest {
    private static final String HOSTILE =
            "</p><script>x</script>\r\nBcc: all@evil.example\r\n\r\n\u202e \"quoted\" & <b>";

    private final GreenMail smtp = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));

    @AfterEach
    void stop() {
        smtp.stop();
    }

    private Answer send(Security security, String user, String password, Notice... notices) {
        var digest = new Destination.Digest(
                "morning",
                Wish.ALL,
                List.of("desk@news.example", "second@news.example"),
                LocalTime.of(7, 0),
                ZoneId.of("Europe/Kyiv"));
        var server =
                new MailServer("127.0.0.1", smtp.getSmtp().getPort(), security, "watch@news.example", user, password);
        var clock = InstantSource.fixed(Notices.NOON.plusSeconds(86_400));
        return new MailPostman(digest, server, target -> "The army", clock, Duration.ofSeconds(10))
                .deliver(List.of(notices));
    }

    @Test
    void oneMailHasTheAlertsOfADay() throws Exception {
        smtp.start();
        assertThat(send(Security.NONE, null, null, Notices.plain("a1"), Notices.plain("a2")))
                .isInstanceOf(Taken.class);
        assertThat(smtp.getReceivedMessages()).as("one for each mailbox").hasSize(2);
        var mail = smtp.getReceivedMessages()[0];
        assertThat(mail.getSubject()).isEqualTo("2 alerts, the first: New deadline: The army");
        assertThat(mail.getFrom()[0]).hasToString("watch@news.example");
        assertThat(mail.getRecipients(Message.RecipientType.TO)).hasSize(2);
        assertThat(mail.getHeader("Auto-Submitted")).containsExactly("auto-generated");
        assertThat(part(mail, 0))
                .startsWith("New deadline: The army (20 November, 14:00)\nA deadline was set for 27 November.\n"
                        + "  “They have until Thursday.”\n  one.example: A cap on the army\n  https://one.example/1\n")
                .endsWith("Times are event times, Europe/Kyiv. Sent by Pointwatch.\n");
        assertThat(part(mail, 1))
                .contains("<a href=\"https://one.example/1\" rel=\"noreferrer\">A cap on the army</a>");
    }

    @Test
    void aMailLeadsToItsAlertsOnTheDesk() throws Exception {
        smtp.start();
        var hostile = Notices.notice("a\r\n\">\u202e", "Why.", List.of(), "one.example", "A cap", null);
        send(Security.NONE, null, null, Notices.at("https://desk.example/", Notices.plain("a1")), hostile);
        var mail = smtp.getReceivedMessages()[0];
        var page = "https://desk.example/alerts?status=all&kind=new-deadline&point=army-cap#alert-a1";
        assertThat(part(mail, 0)).containsOnlyOnce("\n  On the desk: " + page + "\n\n");
        assertThat(part(mail, 1))
                .containsOnlyOnce("<a href=\"" + page.replace("&", "&amp;") + "\" rel=\"noreferrer\">On the desk</a>");
    }

    @Test
    void aHostileIdIsEncodedInAMail() throws Exception {
        smtp.start();
        var hostile = Notices.notice("a\r\n\">\u202e", "Why.", List.of(), "one.example", "A cap", null);
        send(Security.NONE, null, null, Notices.at("https://desk.example/", hostile));
        assertThat(part(smtp.getReceivedMessages()[0], 0)).contains("#alert-a%0A%22%3E\n");
        assertThat(part(smtp.getReceivedMessages()[0], 1)).contains("#alert-a%0A%22%3E\" rel=");
    }

    private static String part(MimeMessage mail, int at) throws Exception {
        return ((String) ((MimeMultipart) mail.getContent()).getBodyPart(at).getContent()).replace("\r\n", "\n");
    }

    @Test
    void theSameAlertsAreTheSameMail() throws Exception {
        smtp.start();
        send(Security.NONE, null, null, Notices.plain("a1"), Notices.plain("a2"));
        send(Security.NONE, null, null, Notices.plain("a2"), Notices.plain("a1"));
        send(Security.NONE, null, null, Notices.plain("a3"));
        var mails = new TreeMap<String, Integer>();
        for (var mail : smtp.getReceivedMessages()) {
            assertThat(mail.getMessageID()).endsWith("@news.example>");
            mails.merge(mail.getMessageID(), 1, Integer::sum);
        }
        assertThat(mails.values()).as("two mailboxes").containsExactlyInAnyOrder(4, 2);
    }

    @Test
    void aHostileTextIsNeitherHeaderNorMarkup() throws Exception {
        smtp.start();
        var notice = Notices.notice("a1", HOSTILE, List.of(HOSTILE), HOSTILE, HOSTILE, null);
        assertThat(send(Security.NONE, null, null, notice)).isInstanceOf(Taken.class);
        var mail = smtp.getReceivedMessages()[0];
        assertThat(mail.getHeader("Bcc")).isNull();
        assertThat(part(mail, 1)).doesNotContain("<script", "\u202e").contains("&lt;script&gt;x&lt;/script&gt;");
    }

    @Test
    void aServerThatWantsAPasswordGetsItAndAWrongOneIsAFailure() {
        smtp.setUser("watch@news.example", "watch", "right-secret");
        smtp.getUserManager().setAuthRequired(true);
        smtp.start();
        assertThat(send(Security.NONE, "watch", "right-secret", Notices.plain("a1")))
                .isInstanceOf(Taken.class);
        var refused = send(Security.NONE, "watch", "wrong-secret", Notices.plain("a1"));
        assertThat(refused).isInstanceOf(NotTaken.class);
        assertThat(refused.text()).doesNotContain("secret");
    }

    @Test
    void nothingIsSentInTheOpenUnlessItMayBe() {
        smtp.start();
        var refused = send(Security.STARTTLS, "watch", "right-secret", Notices.plain("a1"));
        assertThat(refused).isInstanceOf(NotTaken.class);
        assertThat(refused.text()).contains("STARTTLS");
        assertThat(smtp.getReceivedMessages()).isEmpty();
    }

    @Test
    void aServerThatIsAwayIsAFailureLikeAnyOther() {
        smtp.start();
        var port = smtp.getSmtp().getPort();
        smtp.stop();
        var digest = new Destination.Digest(
                "morning", Wish.ALL, List.of("desk@news.example"), LocalTime.of(7, 0), ZoneId.of("UTC"));
        var server = new MailServer("127.0.0.1", port, Security.NONE, "watch@news.example", null, null);
        assertThat(new MailPostman(digest, server, t -> t, InstantSource.system(), Duration.ofSeconds(5))
                        .deliver(List.of(Notices.plain("a1"))))
                .isInstanceOf(NotTaken.class);
    }
}
