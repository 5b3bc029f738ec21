namespace SoeBot.Domain;

internal static class Placeholder;
