/**
 * Language models behind an address: what they are asked, what they answer, what goes wrong. Reached through LangChain4j,
 * whose classes are loaded when a model is asked for the first time. Knows nothing of what is asked.
 */
@NullMarked
package dev.greenlane.models.endpoint;

import org.jspecify.annotations.NullMarked;
