/** What the models see of a text: words, negation, feeling, cues and shape. */
@NullMarked
package dev.vouch.classify.feature;

import org.jspecify.annotations.NullMarked;
