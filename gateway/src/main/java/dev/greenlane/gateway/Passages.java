package dev.greenlane.gateway;

import dev.greenlane.gateway.http.Passage;
import dev.greenlane.gateway.messages.Conversation;
import dev.greenlane.gateway.messages.MessagesRequest;
import dev.greenlane.gateway.messages.Safeguards;
import dev.greenlane.gateway.messages.ToolUse;
import dev.greenlane.gateway.side.Question;
import dev.greenlane.gateway.side.Recent;
import dev.greenlane.gateway.side.SideDesk;
import dev.greenlane.gateway.verdicts.Hearing;
import dev.greenlane.gateway.verdicts.Identity;
import dev.greenlane.gateway.verdicts.Judge;
import dev.greenlane.gateway.verdicts.Judge.Scene;
import dev.greenlane.gateway.verdicts.Voice;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.zip.GZIPInputStream;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpFields;

/** Sees what a request is about, and what is to be done with it. Thread-safe. */
final class Passages implements Passage.Maker {
    private static final int LONGEST_UNPACKED = 256 << 20;

    private final Judge judge;
    private final Manner manner;
    private final Knowledge knowledge;
    private final Recent recent = new Recent();
    private final SideDesk desk;

    Passages(Judge judge, Manner manner, Knowledge knowledge) {
        this.judge = judge;
        this.manner = manner;
        this.knowledge = knowledge;
        this.desk = new SideDesk(judge, recent);
    }

    @Override
    public boolean reads(String method, String path) {
        return method.equals("POST") && path.endsWith("/v1/messages");
    }

    @Override
    public Passage passage(HttpFields fields, List<HttpField> passing, byte[] body) {
        byte[] plain = unpacked(fields, body);
        Optional<MessagesRequest> request = MessagesRequest.of(plain);
        Identity identity = Heads.identity(fields);
        if (request.isPresent() && request.get().safeguards().isPresent()) {
            return served(request.get(), identity, passing, plain);
        }
        if (request.isEmpty() || !answersQuestions() || identity.session().isEmpty()) {
            return new Untouched(body, passing);
        }
        Optional<Question> question = Question.of(request.get());
        if (question.isPresent()) {
            return new Answered(() -> desk.answer(identity, question.get()));
        }
        return request.get().hasTools()
                ? observed(request.get(), identity, passing, plain)
                : new Untouched(body, passing);
    }

    private Passage served(MessagesRequest request, Identity identity, List<HttpField> passing, byte[] body) {
        boolean shadow = knowledge.understands() && manner.voice() == Voice.UPSTREAM;
        Safeguards safeguards = request.safeguards().orElse(Safeguards.NONE);
        Hearing hearing = new Hearing(
                judge,
                () -> new Scene(
                        identity,
                        safeguards,
                        request.conversation(identity.subagent().isEmpty()),
                        shadow));
        Consumer<List<ToolUse>> saw = answersQuestions()
                ? saw(identity, new Scene(identity, safeguards, Conversation.NOTHING, shadow))
                : uses -> {};
        return new Served(body, request, passing, new Verdicts(saw, hearing, manner.voice(), knowledge));
    }

    /** A client that does not look for verdicts of the server may ask about the calls in the answer. */
    private Passage observed(MessagesRequest request, Identity identity, List<HttpField> passing, byte[] body) {
        CompletableFuture<Scene> scene = new CompletableFuture<>();
        Thread.ofVirtual().start(() -> {
            Conversation conversation = read(request, identity);
            Conversation place = new Conversation(List.of(), List.of(), conversation.folder());
            scene.complete(new Scene(identity, Safeguards.NONE, place, false));
            judge.tell(new Scene(identity, Safeguards.NONE, conversation, false));
        });
        return new Observed(
                body,
                Heads.readable(passing),
                uses -> saw(identity, scene.join()).accept(uses));
    }

    private Consumer<List<ToolUse>> saw(Identity identity, Scene scene) {
        String session = identity.session().orElse("");
        return uses -> uses.forEach(use -> recent.saw(session, new Recent.Seen(scene, use)));
    }

    /** An error of our own tells nothing. */
    private static Conversation read(MessagesRequest request, Identity identity) {
        try {
            return request.conversation(identity.subagent().isEmpty());
        } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
            return Conversation.NOTHING;
        }
    }

    private boolean answersQuestions() {
        return manner.side() && !knowledge.isVendor();
    }

    /** The body as it is read; one that cannot be unpacked stays as it is. */
    private static byte[] unpacked(HttpFields fields, byte[] body) {
        if (!Heads.header(fields, "content-encoding").orElse("").equalsIgnoreCase("gzip")) {
            return body;
        }
        try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(body))) {
            byte[] plain = in.readNBytes(LONGEST_UNPACKED + 1);
            return plain.length > LONGEST_UNPACKED ? body : plain;
        } catch (IOException e) {
            return body;
        }
    }
}
