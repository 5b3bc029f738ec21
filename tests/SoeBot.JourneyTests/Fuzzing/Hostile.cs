using System.Text.Json;

namespace SoeBot.JourneyTests.Fuzzing;

/// <summary>JSON texts that stand where something sensible is expected.</summary>
internal static class Hostile
{
    private static readonly string[] Values =
    [
        "null", "true", "false", "0", "-1", "1.5", "1e999", "-1e-999", "2147483648", "-2147483649", "9223372036854775808", "123456789012345678901234567890",
        "\"\"", "\" \"", "{}", "[]", "[[]]", "[null]", "[{}]", "{\"id\":null}", "{\"\":\"\"}", "[1,\"a\",{}]",
        "\"\\ud800\"", "\"a\\udc00\\ud800b\"", "\"\\u0000\"", "\"a\\u0000b\"", "\"\\u202e\\u200b\\ufeff\"", "\"\\n\\r\\t\\b\"", "\"😀👩‍👩‍👧‍👦\"",
        "\"<at>SoeBot</at>\"", "\"<at>\"", "\"&nbsp;&#0;&#xD800;\"", "\"**[x](javascript:alert(1))** `| # > ~\"", "\"'; DROP TABLE inbox; --\"", "\"../../etc/passwd\"", "\"%00%n%s\"",
        "\"{0}{1}\"", "\"2026-13-45\"", "\"9999-12-31T23:59:59.9999999-14:00\"", "\"0001-01-01T00:00:00+14:00\"", "\"9999-12-31\"", "\"0001-01-01\"", "\"24:61\"",
        "\"NaN\"", "\"-0\"", "\"99999999999\"", "\"D-2147483648\"", "\"all:-10\"", "\"all:2147483647\"", "\"a:b:c:d\"", "\"http://169.254.169.254/\"", "\"automatic\"", "\"__proto__\"", "\"\\u0130ı\"",
        "\";messageid=\"", "\"19:x@thread.tacv2;messageid=;messageid=1\"", "\"UTC+99\"", "\"../Berlin\"", "\"xx-not-a-locale-at-all\"",
    ];

    public static string Value(Random random) => random.Next(12) switch
    {
        0 => JsonSerializer.Serialize(new string((char)random.Next('a', 'z'), Length(random))),
        1 => JsonSerializer.Serialize(new string('x', random.Next(4)) + string.Concat(Enumerable.Repeat("ü€😀", Length(random) / 4))),
        2 => Deep(random, '[', ']', ""),
        3 => Deep(random, '{', '}', "\"a\":"),
        4 => "[" + string.Join(',', Enumerable.Repeat(Values[random.Next(Values.Length)], random.Next(2, 2000))) + "]",
        _ => Values[random.Next(Values.Length)],
    };

    /// <summary>Around the limits of a file name, an index entry, an address.</summary>
    private static int Length(Random random) => random.Next(8) switch { 0 => 100_000, 1 => 10_000, 2 => 2_700, _ => random.Next(1, 1200) };

    private static string Deep(Random random, char open, char close, string inside)
    {
        var depth = random.Next(4) switch { 0 => random.Next(1, 10), 1 => random.Next(55, 70), 2 => random.Next(500, 1100), _ => random.Next(1, 64) };
        return string.Concat(Enumerable.Repeat(open + inside, depth)) + "1" + new string(close, depth);
    }
}
