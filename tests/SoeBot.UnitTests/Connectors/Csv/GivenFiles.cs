using System.Text;
using SoeBot.Connectors.Csv;
using SoeBot.Connectors.Reading;
using SoeBot.Connectors.Mapping;

namespace SoeBot.UnitTests.Connectors.Csv;

/// <summary>A small sound plan of two files, of which a test spoils one.</summary>
internal sealed class GivenFiles
{
    public const string Items = "number,name,made,safety_stock\nCP-25,Circulation pump,true,2\nS-10,Seal kit,false,10\n";
    public const string Purchases = "order,line,item,supplier,ordered_on,due,quantity,received\nPO-1,1,S-10,Keystone,2026-08-03,2026-08-24,50,0\nPO-1,2,S-10,Keystone,2026-08-03,2026-08-31,50,0\n";
    public static readonly DateOnly Today = new(2026, 8, 26);

    private readonly Dictionary<string, byte[]> files = new()
    {
        ["items.csv"] = Encoding.UTF8.GetBytes(Items),
        ["purchases.csv"] = Encoding.UTF8.GetBytes(Purchases),
    };

    public PlanMapping Mapping { get; init; } = PlanMapping.Native;
    public ReadRequest Request { get; init; } = new(Today);

    public GivenFiles With(string file, string text) => With(file, Encoding.UTF8.GetBytes(text));

    public GivenFiles With(string file, byte[] content)
    {
        files[file] = content;
        return this;
    }

    public GivenFiles Without(string file)
    {
        files.Remove(file);
        return this;
    }

    public ImportRead Read() => PlanReader.Read(new PlanParts(files), Mapping, Request);

    /// <summary>The problems as people read them.</summary>
    public string[] Problems()
    {
        var read = Read();
        Xunit.Assert.Equal(read.Problems.Count == 0 ? ImportOutcome.Read : ImportOutcome.Refused, read.Outcome);
        Xunit.Assert.Equal(read.Problems.Count == 0, read.Snapshot is not null);
        return [.. read.Problems.Select(p => p.ToString())];
    }
}
