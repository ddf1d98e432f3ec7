/** Text to judgement: Slack's text decoded, the OpenNLP models, evidence, training, evaluation. */
@NullMarked
package dev.vouch.classify;

import org.jspecify.annotations.NullMarked;
