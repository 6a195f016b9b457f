/**
 * Where configuration values come from: the environment, {@code .env}, the YAML file and the files that it names.
 */
package dev.agoratoken.app.config;
