package dev.greenlane.models.endpoint;

import dev.greenlane.models.endpoint.ModelFailure.Kind;
import dev.langchain4j.data.message.SystemMessage;
import dev.langchain4j.data.message.UserMessage;
import dev.langchain4j.exception.AuthenticationException;
import dev.langchain4j.exception.ContentFilteredException;
import dev.langchain4j.exception.InternalServerException;
import dev.langchain4j.exception.InvalidRequestException;
import dev.langchain4j.exception.LangChain4jException;
import dev.langchain4j.exception.ModelNotFoundException;
import dev.langchain4j.exception.RateLimitException;
import dev.langchain4j.exception.TimeoutException;
import dev.langchain4j.exception.UnresolvedModelServerException;
import dev.langchain4j.model.anthropic.AnthropicTokenUsage;
import dev.langchain4j.model.chat.ChatModel;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.response.ChatResponse;
import dev.langchain4j.model.openai.OpenAiTokenUsage;
import dev.langchain4j.model.output.FinishReason;
import dev.langchain4j.model.output.TokenUsage;
import java.io.IOException;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Asks through LangChain4j. First with the answer's form and without chance; an endpoint that does not take that is asked
 * plainly from then on.
 */
final class EndpointModel implements Model {
    private final Endpoint endpoint;
    private final ChatModel model;
    private volatile boolean plain;

    EndpointModel(Endpoint endpoint) {
        this.endpoint = endpoint;
        this.model = ChatModels.at(endpoint);
    }

    @Override
    public Reply ask(Prompt prompt) throws ModelFailure {
        if (!plain) {
            try {
                return ask(prompt, false);
            } catch (ModelFailure e) {
                if (e.kind() != Kind.MISUSED) {
                    throw e;
                }
            }
        }
        Reply reply = ask(prompt, true);
        plain = true;
        return reply;
    }

    private Reply ask(Prompt prompt, boolean plainly) throws ModelFailure {
        try {
            ChatResponse response = model.chat(ChatRequest.builder()
                    .messages(SystemMessage.from(prompt.system()), UserMessage.from(prompt.content()))
                    .parameters(ChatModels.parameters(endpoint.style(), prompt, plainly))
                    .build());
            return reply(prompt, response);
        } catch (LangChain4jException e) {
            throw failure(e);
        } catch (RuntimeException e) {
            throw isOfTheNetwork(e)
                    ? new ModelFailure(Kind.OUTAGE, "it cannot be reached")
                    : new ModelFailure(Kind.NONSENSE, "what it sent cannot be read");
        }
    }

    /** What cannot be parsed is an error of input, too, but not one of the JDK. */
    private static boolean isOfTheNetwork(Throwable e) {
        return Stream.iterate(e, Objects::nonNull, Throwable::getCause)
                .limit(10)
                .anyMatch(cause -> cause instanceof IOException
                        && cause.getClass().getName().startsWith("java"));
    }

    private static Reply reply(Prompt prompt, ChatResponse response) throws ModelFailure {
        FinishReason reason = response.finishReason();
        String text = Optional.ofNullable(response.aiMessage().text()).orElse("");
        if (reason == FinishReason.CONTENT_FILTER || reason == FinishReason.OTHER || text.isBlank()) {
            boolean cut = reason == FinishReason.LENGTH;
            throw cut
                    ? new ModelFailure(Kind.NONSENSE, "it ended before it said anything")
                    : new ModelFailure(Kind.REFUSED, "it would not answer");
        }
        return new Reply(text, tokens(prompt, text, response.tokenUsage()));
    }

    private static Tokens tokens(Prompt prompt, String text, TokenUsage usage) {
        if (usage == null || usage.inputTokenCount() == null) {
            return new Tokens(Tokens.about(prompt.system()) + Tokens.about(prompt.content()), 0, 0, Tokens.about(text));
        }
        long input = usage.inputTokenCount();
        long output = number(usage.outputTokenCount());
        return switch (usage) {
            case AnthropicTokenUsage counted ->
                new Tokens(
                        input,
                        number(counted.cacheReadInputTokens()),
                        number(counted.cacheCreationInputTokens()),
                        output);
            case OpenAiTokenUsage counted
            when counted.inputTokensDetails() != null -> {
                long cached = number(counted.inputTokensDetails().cachedTokens());
                yield new Tokens(input - cached, cached, 0, output);
            }
            default -> new Tokens(input, 0, 0, output);
        };
    }

    private static long number(Integer count) {
        return count == null ? 0 : count;
    }

    private static ModelFailure failure(LangChain4jException e) {
        return switch (e) {
            case AuthenticationException no -> new ModelFailure(Kind.NO_ACCESS, "it does not accept the key");
            case ModelNotFoundException no ->
                new ModelFailure(Kind.MISUSED, "it does not know the model or the address");
            case ContentFilteredException no -> new ModelFailure(Kind.REFUSED, "it would not answer");
            case InvalidRequestException no -> new ModelFailure(Kind.MISUSED, "it does not take what is sent");
            case TimeoutException late -> new ModelFailure(Kind.TIMED_OUT, "it took too long");
            case RateLimitException many -> new ModelFailure(Kind.OUTAGE, "it takes no more requests at the moment");
            default ->
                isOfTheNetwork(e) || e instanceof InternalServerException || e instanceof UnresolvedModelServerException
                        ? new ModelFailure(Kind.OUTAGE, "it cannot be reached or has failed")
                        : new ModelFailure(Kind.NONSENSE, "what it sent cannot be read");
        };
    }
}
