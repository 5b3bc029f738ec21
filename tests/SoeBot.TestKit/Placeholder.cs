namespace SoeBot.TestKit;

internal static class Placeholder;
