package dev.greenlane.models.endpoint;

import dev.langchain4j.http.client.HttpClientBuilder;
import dev.langchain4j.http.client.jdk.JdkHttpClient;
import dev.langchain4j.model.anthropic.AnthropicChatModel;
import dev.langchain4j.model.chat.Capability;
import dev.langchain4j.model.chat.ChatModel;
import dev.langchain4j.model.chat.request.ChatRequestParameters;
import dev.langchain4j.model.chat.request.DefaultChatRequestParameters;
import dev.langchain4j.model.chat.request.ResponseFormat;
import dev.langchain4j.model.chat.request.ResponseFormatType;
import dev.langchain4j.model.chat.request.json.JsonEnumSchema;
import dev.langchain4j.model.chat.request.json.JsonObjectSchema;
import dev.langchain4j.model.chat.request.json.JsonSchema;
import dev.langchain4j.model.openai.OpenAiChatModel;
import dev.langchain4j.model.openai.OpenAiChatRequestParameters;
import java.net.http.HttpClient;
import java.time.Duration;

/** LangChain4j's models, set up so that they try once and say nothing to logs. */
final class ChatModels {
    /** Whoever asks stops waiting much earlier. */
    private static final Duration LONGEST = Duration.ofMinutes(2);

    private static final String NO_KEY = "none";

    private ChatModels() {}

    static ChatModel at(Endpoint endpoint) {
        String key = endpoint.key().orElse(NO_KEY);
        return switch (endpoint.style()) {
            case ANTHROPIC ->
                AnthropicChatModel.builder()
                        .httpClientBuilder(plainHttp())
                        .baseUrl(endpoint.address())
                        .apiKey(key)
                        .modelName(endpoint.model())
                        .cacheSystemMessages(true)
                        .supportedCapabilities(Capability.RESPONSE_FORMAT_JSON_SCHEMA)
                        .maxRetries(0)
                        .timeout(LONGEST)
                        .build();
            case OPENAI ->
                OpenAiChatModel.builder()
                        .httpClientBuilder(plainHttp())
                        .baseUrl(endpoint.address())
                        .apiKey(key)
                        .modelName(endpoint.model())
                        .strictJsonSchema(true)
                        .maxRetries(0)
                        .timeout(LONGEST)
                        .build();
        };
    }

    /** Some local servers fail when they are offered HTTP/2. */
    private static HttpClientBuilder plainHttp() {
        return JdkHttpClient.builder().httpClientBuilder(HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1));
    }

    static ChatRequestParameters parameters(Style style, Prompt prompt, boolean plainly) {
        DefaultChatRequestParameters.Builder<?> parameters = switch (style) {
            case ANTHROPIC -> ChatRequestParameters.builder().maxOutputTokens(prompt.longest());
            case OPENAI -> OpenAiChatRequestParameters.builder().maxCompletionTokens(prompt.longest());
        };
        if (!plainly) {
            parameters.temperature(0.0).responseFormat(format(prompt.form()));
        }
        return parameters.build();
    }

    private static ResponseFormat format(Form form) {
        JsonObjectSchema.Builder object = JsonObjectSchema.builder().additionalProperties(false);
        for (Form.Field field : form.fields()) {
            if (field.choices().isEmpty()) {
                object.addStringProperty(field.name());
            } else {
                object.addProperty(
                        field.name(),
                        JsonEnumSchema.builder().enumValues(field.choices()).build());
            }
        }
        object.required(form.fields().stream().map(Form.Field::name).toList());
        return ResponseFormat.builder()
                .type(ResponseFormatType.JSON)
                .jsonSchema(JsonSchema.builder()
                        .name(form.name())
                        .rootElement(object.build())
                        .build())
                .build();
    }
}
