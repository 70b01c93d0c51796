package dev.greenlane.service.http;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.function.Function;
import org.eclipse.jetty.http.HttpException;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpParser;
import org.eclipse.jetty.http.HttpURI;
import org.eclipse.jetty.http.HttpVersion;
import org.jspecify.annotations.Nullable;

/** One question as it comes in over HTTP/1.1, piece by piece. Use by one thread. */
final class Incoming implements HttpParser.RequestHandler {
    private static final int LONGEST_HEAD = 16 * 1024;

    private final HttpParser parser = new HttpParser(this, LONGEST_HEAD);
    private final ByteArrayOutputStream body = new ByteArrayOutputStream(1024);
    private String method = "";
    private String target = "";
    private long length;
    private boolean waits;
    private boolean over;
    private @Nullable Answer refusal;

    /** Takes what has come. */
    void read(ByteBuffer piece) {
        while (piece.hasRemaining() && !over) {
            parser.parseNext(piece);
        }
    }

    /** Whether all of it is here, or so much that it is refused. */
    boolean isOver() {
        return over;
    }

    /** Whether the guest wants to be told that the body may come; says so once. */
    boolean waits() {
        boolean now = waits;
        waits = false;
        return now && !over;
    }

    /** What is said to it; what is no question is refused. */
    Answer answered(Function<Question, Answer> answers) {
        if (refusal != null) {
            return refusal;
        }
        if (length > Question.LONGEST_BODY) {
            return Question.TOO_LONG;
        }
        Question question;
        try {
            HttpURI address = HttpURI.from(method, target);
            String path = Objects.requireNonNullElse(address.getCanonicalPath(), "/");
            question = Question.of(method, path, address.getQuery(), body.toString(StandardCharsets.UTF_8), true);
        } catch (IllegalArgumentException e) {
            return Answer.refused(400, "That is no address: " + e.getMessage() + ".");
        }
        return answers.apply(question);
    }

    @Override
    public void startRequest(String method, String uri, HttpVersion version) {
        this.method = method;
        this.target = uri;
    }

    @Override
    public void parsedHeader(HttpField field) {
        waits |= field.getHeader() == HttpHeader.EXPECT && "100-continue".equalsIgnoreCase(field.getValue());
    }

    @Override
    public boolean headerComplete() {
        return false;
    }

    /** What is too much is read all the same, so that the guest who is still sending hears why it was too much. */
    @Override
    public boolean content(ByteBuffer piece) {
        length += piece.remaining();
        if (length <= Question.LONGEST_BODY) {
            byte[] bytes = new byte[piece.remaining()];
            piece.get(bytes);
            body.write(bytes, 0, bytes.length);
        } else {
            piece.position(piece.limit());
        }
        return false;
    }

    @Override
    public boolean contentComplete() {
        return false;
    }

    @Override
    public boolean messageComplete() {
        over = true;
        return true;
    }

    @Override
    public void badMessage(HttpException problem) {
        refusal = Answer.refused(problem.getCode(), "That is no question in HTTP: " + problem.getReason() + ".");
        over = true;
    }

    @Override
    public void earlyEOF() {
        over = true;
    }
}
