/**
 * From labelled texts to models: the corpus, training, cross-validation, scores, the model card.
 */
@NullMarked
package dev.vouch.classify.train;

import org.jspecify.annotations.NullMarked;
