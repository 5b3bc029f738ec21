using SoeBot.Domain.Plan;
using Bill = SoeBot.Connectors.Tables.ColumnsOf<SoeBot.Domain.Plan.BillLine>;
using Centre = SoeBot.Connectors.Tables.ColumnsOf<SoeBot.Domain.Plan.WorkCentre>;
using Good = SoeBot.Connectors.Tables.ColumnsOf<SoeBot.Domain.Plan.Item>;

namespace SoeBot.Connectors.Tables;

/// <summary>What hardly changes: items, bill of materials, work centres.</summary>
internal static class MasterTables
{
    public static readonly TableShape Items = TableShape.Of<Item>(
        "items",
        [
            Good.Key("number", r => r.Number), Good.Key("name", r => r.Name), Good.Text("family", r => r.Family), Good.Text("unit", r => r.Unit),
            Good.Flag("made", r => r.Made), Good.Number("safety_stock", r => r.SafetyStock), Good.Whole("lead_time_days", r => r.LeadTimeDays),
            Good.Number("cost", r => r.Cost), Good.Text("work_centre", r => r.WorkCentre, "work centres"),
            Good.Number("minutes_per_piece", r => r.MinutesPerPiece), Good.Number("setup_minutes", r => r.SetupMinutes),
        ],
        r => new Item
        {
            Number = r.Key("number"), Name = r.Key("name"), Family = r.Text("family"), Unit = r.Text("unit") ?? "pcs",
            Made = r.Flag("made"), SafetyStock = r.Number("safety_stock") ?? 0, LeadTimeDays = r.Whole("lead_time_days"), Cost = r.Number("cost"),
            WorkCentre = r.Text("work_centre"), MinutesPerPiece = r.Number("minutes_per_piece"), SetupMinutes = r.Number("setup_minutes"),
        },
        p => p.Items, (p, rows) => p with { Items = rows });

    public static readonly TableShape BillLines = TableShape.Of<BillLine>(
        "bill",
        [
            Bill.Key("assembly", r => r.Assembly, "items"), Bill.Key("component", r => r.Component, "items"),
            Bill.Number("per", r => r.Per, required: true), Bill.Day("from", r => r.From), Bill.Day("until", r => r.Until),
        ],
        r => new BillLine
        {
            Assembly = r.Key("assembly"), Component = r.Key("component"), Per = r.Number("per") ?? 0, From = r.Day("from"), Until = r.Day("until"),
        },
        p => p.Bill, (p, rows) => p with { Bill = rows });

    public static readonly TableShape WorkCentres = TableShape.Of<WorkCentre>(
        "work centres",
        [
            Centre.Key("number", r => r.Number), Centre.Key("name", r => r.Name), Centre.Number("hours_per_day", r => r.HoursPerDay, required: true),
            Centre.Number("efficiency", r => r.Efficiency), new ColumnShape("shifts", ColumnKind.Shifts, false, r => ((WorkCentre)r).Shifts), Centre.Text("calendar", r => r.Calendar),
            Centre.Text("contract_plant", r => r.ContractPlant),
        ],
        r => new WorkCentre
        {
            Number = r.Key("number"), Name = r.Key("name"), HoursPerDay = r.Number("hours_per_day") ?? 0,
            Efficiency = r.Number("efficiency") ?? 1, Shifts = r.Shifts("shifts"), Calendar = r.Text("calendar"), ContractPlant = r.Text("contract_plant"),
        },
        p => p.WorkCentres, (p, rows) => p with { WorkCentres = rows });
}
