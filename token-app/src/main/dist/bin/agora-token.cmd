@echo off
rem Runs agora-token on Windows. The flags, and why they are what they are:
rem docs/adr/0025-the-launcher-chooses-jvm-flags-by-command.md.
rem JAVA_HOME says which Java; JAVA_OPTS adds flags of your own, which win.
setlocal EnableExtensions DisableDelayedExpansion

set "agora_token_jar=%~dp0..\lib\agora-token.jar"
set "agora_token_java=%JAVA_HOME%\bin\java.exe"
if not defined JAVA_HOME set "agora_token_java="
if not defined agora_token_java for %%J in (java.exe) do set "agora_token_java=%%~$PATH:J"
if not defined agora_token_java goto no_java
if not exist "%agora_token_java%" goto wrong_home
if not exist "%agora_token_jar%" goto no_jar
rem Java 8 to 16 would print a stack trace.
set "agora_token_release=%agora_token_java%\..\..\release"
set "agora_token_version="
if exist "%agora_token_release%" for /f "usebackq tokens=1,2 delims==" %%A in ("%agora_token_release%") do if "%%A"=="JAVA_VERSION" set "agora_token_version=%%~B"
if defined agora_token_version for /f "delims=." %%M in ("%agora_token_version%") do if %%M LSS 17 goto old_java

rem The arguments pass as they are: only the first one is looked at, without its quotes.
set "agora_token_flags=-XX:+UseSerialGC -XX:TieredStopAtLevel=1"
if "%~1"=="serve" set "agora_token_flags=-XX:+UseSerialGC -Xms64m -Xmx256m"
if "%~1"=="batch" set "agora_token_flags=-XX:+UseParallelGC -Xmx128m"
rem A heap or a collector of the user replaces these.
if defined JAVA_OPTS set "agora_token_flags="
if defined JDK_JAVA_OPTIONS set "agora_token_flags="
if defined JAVA_TOOL_OPTIONS set "agora_token_flags="

"%agora_token_java%" %agora_token_flags% %JAVA_OPTS% -jar "%agora_token_jar%" %*
exit /b %ERRORLEVEL%

:no_java
echo agora-token: java: not found; install Java 17 or later, or set JAVA_HOME to its folder>&2
exit /b 2

:wrong_home
echo agora-token: JAVA_HOME: no bin\java.exe in "%JAVA_HOME%"; set it to the folder of a Java 17 or later, or unset it>&2
exit /b 2

:no_jar
echo agora-token: "%agora_token_jar%": not found; unpack agora-token again>&2
exit /b 2

:old_java
echo agora-token: java: version %agora_token_version% in "%agora_token_java%"; set JAVA_HOME to the folder of a Java 17 or later>&2
exit /b 2
