/**
 * Says what is in a token ({@link dev.agoratoken.issuing.diagnosis.Inspection}) and whether Agora would accept it, for this
 * purpose, at this moment, in this channel, for this user
 * ({@link dev.agoratoken.issuing.diagnosis.Verifier}). What is found out are values and never exceptions, whatever the text
 * is; each finding says what is wrong and what to do about it.
 */
package dev.agoratoken.issuing.diagnosis;
