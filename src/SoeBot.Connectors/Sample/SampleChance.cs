namespace SoeBot.Connectors.Sample;

/// <summary>What is drawn; each topic has its own numbers, so that adding one never shifts another.</summary>
internal enum Topic { OrderDay, Quantity, Asked, WorkDay, Length, Early, Haulage, Late, Receipt, Confirmation, Reject, Centre, Event, Forecast, SalesPlan, Second }

/// <summary>Chance that never changes: a number drawn for a week and an index is the same on every day and every machine.</summary>
internal static class SampleChance
{
    /// <summary>A whole number from <paramref name="low"/> to <paramref name="high"/>, both included.</summary>
    public static int Between(int low, int high, Topic topic, int week, int index) =>
        low + (int)(Mix(topic, week, index) % (ulong)(high - low + 1));

    public static bool OneIn(int count, Topic topic, int week, int index) => Between(1, count, topic, week, index) == 1;

    /// <summary>0 to 1, spread evenly over any run of weeks, so that thirteen weeks always show good and bad ones.</summary>
    public static double Spread(int week, double start) => (start + week * 0.6180339887498949) % 1;

    private static ulong Mix(Topic topic, int week, int index)
    {
        var x = ((ulong)topic << 48) ^ ((ulong)(uint)week << 20) ^ (uint)index;
        x += 0x9E3779B97F4A7C15;
        x = (x ^ (x >> 30)) * 0xBF58476D1CE4E5B9;
        x = (x ^ (x >> 27)) * 0x94D049BB133111EB;
        return x ^ (x >> 31);
    }
}
