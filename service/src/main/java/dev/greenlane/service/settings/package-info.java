/**
 * What the user, the project and the organisation have set, in which order of precedence, and where each setting came from.
 * It reads files and knows nothing of sessions or reviews.
 */
@NullMarked
package dev.greenlane.service.settings;

import org.jspecify.annotations.NullMarked;
