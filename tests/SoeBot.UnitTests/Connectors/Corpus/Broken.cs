using System.IO.Compression;
using System.Text;
using SoeBot.Domain.Plan;
using SoeBot.TestKit.Excel;
using SoeBot.UnitTests.Connectors.Csv;

namespace SoeBot.UnitTests.Connectors.Corpus;

/// <summary>One thing that people, exports or enemies do to plan files, and what is said about it.</summary>
/// <param name="Name">What was done.</param>
/// <param name="Spoil">Does it to a sound plan.</param>
/// <param name="Answer">Each problem as people read it; empty: it is harmless and loads right.</param>
internal sealed record Broken(string Name, Action<Dictionary<string, byte[]>> Spoil, params string[] Answer)
{
    public const string ItemsHeader = "number,name,made,safety_stock", PurchasesHeader = "order,line,item,supplier,ordered_on,due,quantity,received";

    /// <summary>Of a case that loads: what must have come out, a wrong value is worse than a refusal.</summary>
    public Func<PlanSnapshot, bool> Loaded { get; init; } = plan => plan.Items!.Count == 2 && plan.Purchases!.Count == 2;

    public static Dictionary<string, byte[]> Sound() => new() { ["items.csv"] = Bytes(GivenFiles.Items), ["purchases.csv"] = Bytes(GivenFiles.Purchases) };

    /// <summary>Another text in place of one that stands in the purchases.</summary>
    public static Action<Dictionary<string, byte[]>> Purchase(string sound, string spoilt) => files =>
    {
        Xunit.Assert.Contains(sound, GivenFiles.Purchases);
        files["purchases.csv"] = Bytes(GivenFiles.Purchases.Replace(sound, spoilt, StringComparison.Ordinal));
    };

    public static Action<Dictionary<string, byte[]>> Items(string text) => files =>
    {
        files["items.csv"] = Bytes(text);
        files.Remove("purchases.csv");
    };

    public static Action<Dictionary<string, byte[]>> With(string file, string text) => files => files[file] = Bytes(text);
    public static Action<Dictionary<string, byte[]>> With(string file, byte[] content) => files => files[file] = content;

    public static Action<Dictionary<string, byte[]>> Only(string file, byte[] content) => files =>
    {
        files.Clear();
        files[file] = content;
    };

    public static Action<Dictionary<string, byte[]>> Book(WorkbookFile book) => Only("plan.xlsx", book.Bytes());

    public static Action<Dictionary<string, byte[]>> ItemSheet(params object?[]?[] rows) => Book(new WorkbookFile().Sheet("items", rows));

    public static byte[] Bytes(string text) => Encoding.UTF8.GetBytes(text);

    public static byte[] Zip(params (string Name, byte[] Content)[] files)
    {
        using var stream = new MemoryStream();
        using (var archive = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
            foreach (var (name, content) in files)
            {
                using var entry = archive.CreateEntry(name).Open();
                entry.Write(content);
            }
        return stream.ToArray();
    }
}
