// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.desk.deliver;

import jakarta.mail.Authenticator;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.PasswordAuthentication;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Date;
import java.util.List;
import java.util.Properties;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.pointwatch.desk.deliver.Answer.NotTaken;
import org.pointwatch.desk.deliver.Answer.Taken;
import org.pointwatch.desk.feed.FeedText;

/** Sends the alerts of a day in one mail. */
final class MailPostman implements Postman {
    private static final String UTF_8 = StandardCharsets.UTF_8.name();
    private static final int LONGEST_REASON = 300;

    private final Destination.Digest digest;
    private final MailServer server;
    private final UnaryOperator<String> titles;
    private final InstantSource clock;
    private final Session session;

    MailPostman(
            Destination.Digest digest,
            MailServer server,
            UnaryOperator<String> titles,
            InstantSource clock,
            Duration patience) {
        this.digest = digest;
        this.server = server;
        this.titles = titles;
        this.clock = clock;
        this.session = Session.getInstance(properties(server, patience), authenticator(server));
    }

    private static Properties properties(MailServer server, Duration patience) {
        var properties = new Properties();
        var millis = Long.toString(patience.toMillis());
        properties.setProperty("mail.transport.protocol", "smtp");
        properties.setProperty("mail.smtp.host", server.host());
        properties.setProperty("mail.smtp.port", Integer.toString(server.port()));
        properties.setProperty("mail.smtp.connectiontimeout", millis);
        properties.setProperty("mail.smtp.timeout", millis);
        properties.setProperty("mail.smtp.writetimeout", millis);
        properties.setProperty("mail.smtp.auth", Boolean.toString(server.user() != null));
        properties.setProperty("mail.smtp.ssl.checkserveridentity", "true");
        switch (server.security()) {
            case TLS -> properties.setProperty("mail.smtp.ssl.enable", "true");
            case STARTTLS -> {
                properties.setProperty("mail.smtp.starttls.enable", "true");
                properties.setProperty("mail.smtp.starttls.required", "true");
            }
            case NONE -> properties.setProperty("mail.smtp.starttls.enable", "false");
        }
        return properties;
    }

    private static @Nullable Authenticator authenticator(MailServer server) {
        return server.user() == null
                ? null
                : new Authenticator() {
                    @Override
                    protected PasswordAuthentication getPasswordAuthentication() {
                        return new PasswordAuthentication(server.user(), server.password());
                    }
                };
    }

    @Override
    public Answer deliver(List<Notice> notices) {
        try {
            Transport.send(message(Letter.of(notices, titles, digest.zone())));
            return new Taken("taken by " + server);
        } catch (MessagingException e) {
            return NotTaken.of(server + ": " + FeedText.line(reason(e), LONGEST_REASON));
        }
    }

    private MimeMessage message(Letter letter) throws MessagingException {
        var message = new Identified(session, id(letter));
        message.setFrom(new InternetAddress(server.from(), true));
        for (var mailbox : digest.to()) {
            message.addRecipient(Message.RecipientType.TO, new InternetAddress(mailbox, true));
        }
        message.setSubject(letter.subject(), UTF_8);
        message.setSentDate(Date.from(clock.instant()));
        message.setHeader("Auto-Submitted", "auto-generated");
        var text = new MimeBodyPart();
        text.setText(letter.text(), UTF_8);
        var html = new MimeBodyPart();
        html.setText(letter.html(), UTF_8, "html");
        message.setContent(new MimeMultipart("alternative", text, html));
        message.saveChanges();
        return message;
    }

    /** The same if the same alerts are sent again. */
    private String id(Letter letter) {
        var from = server.from();
        return "<" + Notice.hash(digest.name() + "\n" + letter.ids()) + from.substring(from.lastIndexOf('@')) + ">";
    }

    /** The server's words and those behind them. */
    private static String reason(MessagingException e) {
        var next = e.getNextException();
        var own = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
        return next == null || next.getMessage() == null ? own : own + " (" + next.getMessage() + ")";
    }

    /** Keeps its id, which the library would make anew. */
    private static final class Identified extends MimeMessage {
        private final String id;

        Identified(Session session, String id) {
            super(session);
            this.id = id;
        }

        @Override
        protected void updateMessageID() throws MessagingException {
            setHeader("Message-ID", id);
        }
    }
}
