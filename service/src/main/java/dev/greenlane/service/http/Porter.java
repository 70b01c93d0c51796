package dev.greenlane.service.http;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.function.Function;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** At the loopback address: lets a question in that knows the token, and takes its answer out. */
final class Porter extends Handler.Abstract {
    private static final String TOKEN_IN_PATH = "/t/";

    private final byte[] token;
    private final Function<Question, Answer> answers;

    Porter(String token, Function<Question, Answer> answers) {
        super(InvocationType.BLOCKING);
        this.token = token.getBytes(StandardCharsets.UTF_8);
        this.answers = answers;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws IOException {
        String path = Request.getPathInContext(request);
        boolean known = false;
        if (path.startsWith(TOKEN_IN_PATH)) {
            int end = path.indexOf('/', TOKEN_IN_PATH.length());
            known = end > 0 && isToken(path.substring(TOKEN_IN_PATH.length(), end));
            path = end > 0 ? path.substring(end) : "/";
        }
        String authorization = String.valueOf(request.getHeaders().get(HttpHeader.AUTHORIZATION));
        known |= authorization.startsWith("Bearer ") && isToken(authorization.substring("Bearer ".length()));
        if (!known) {
            send(Answer.refused(403, "This address needs the token of Greenlane's service."), response, callback);
            return true;
        }
        byte[] body = body(request);
        Answer answer = body.length > Question.LONGEST_BODY
                ? Question.TOO_LONG
                : answers.apply(Question.of(
                        request.getMethod(),
                        path,
                        request.getHttpURI().getQuery(),
                        new String(body, StandardCharsets.UTF_8),
                        false));
        send(answer, response, callback);
        return true;
    }

    private boolean isToken(String text) {
        return MessageDigest.isEqual(text.getBytes(StandardCharsets.UTF_8), token);
    }

    private static byte[] body(Request request) throws IOException {
        try (InputStream in = Content.Source.asInputStream(request)) {
            long length = request.getLength();
            return in.readNBytes(
                    length < 0 ? Question.LONGEST_BODY + 1 : (int) Math.min(length, Question.LONGEST_BODY + 1));
        }
    }

    private static void send(Answer answer, Response response, Callback callback) {
        ByteBuffer body = ByteBuffer.wrap(answer.body().getBytes(StandardCharsets.UTF_8));
        response.setStatus(answer.status());
        response.getHeaders().put(HttpHeader.CONTENT_TYPE, "application/json; charset=utf-8");
        response.getHeaders().put(HttpHeader.CONTENT_LENGTH, body.remaining());
        response.write(true, body, callback);
    }
}
