using System.Text;
using System.Text.Json.Nodes;
using SoeBot.Connectors.Csv;
using SoeBot.Connectors.Mapping;
using SoeBot.Connectors.Reading;
using SoeBot.Connectors.Suggest;
using SoeBot.Domain.Plan;
using SoeBot.TestKit.Excel;
using SoeBot.UnitTests.Connectors.Csv;
using Xunit;

namespace SoeBot.UnitTests.Connectors.Suggest;

/// <summary>Invented exports of different houses: what is proposed for them imports without an edit, and right.</summary>
public sealed class MappingSuggestionTests
{
    [Fact]
    public void An_export_of_SAP_with_its_field_names()
    {
        var (plan, suggestion) = Imported(
            ("VBAP.csv", "VBELN;POSNR;MATNR;KWMENG;MEINS;EDATU;MBDAT;AUDAT;KUNNR;NETWR;ABGRU;WERKS\n0000063216;000010;CP-25;1.250,000;ST;20260901;00000000;20260803;0000100234;12.345,50;;1000\n0000063216;000020;S-10;3,500;ST;20260915;20260916;20260803;0000100234;99,00;X;1000\n"),
            ("EKPO.csv", "EBELN;EBELP;MATNR;LIFNR;BEDAT;EINDT;MENGE;WEMNG;LOEKZ\n4500001;00010;S-10;0000200100;20260803;20260824;50,000;0,000;\n4500001;00020;S-10;0000200100;20260803;20260831;1.050,000;10,000;L\n"),
            ("MARA.csv", "MATNR;MAKTX;MATKL;MEINS;BESKZ;EISBE;PLIFZ\nCP-25;Kreiselpumpe;PUMPEN;ST;E;2,000;5\nS-10;Dichtsatz;TEILE;ST;F;10,000;14\n"));

        Assert.Equal(new OrderLine
        {
            Order = "0000063216", Line = "000010", Item = "CP-25", Quantity = 1250, Requested = new(2026, 9, 1), OrderedOn = new(2026, 8, 3), Customer = "0000100234", Value = 12345.5m,
        }, plan.Orders![0]);
        Assert.Equal((true, new DateOnly(2026, 9, 16), 3.5m), (plan.Orders[1].Cancelled, plan.Orders[1].LastConfirmed, plan.Orders[1].Quantity));
        Assert.Equal((1050m, 10m, true, "0000200100"), (plan.Purchases![1].Quantity, plan.Purchases[1].Received, plan.Purchases[1].Cancelled, plan.Purchases[1].Supplier));
        Assert.Equal((true, false, "Kreiselpumpe", 14), (plan.Items![0].Made, plan.Items[1].Made, plan.Items[0].Name, plan.Items[1].LeadTimeDays));
        Assert.Contains("  requested         EDATU                       sure; written yyyyMMdd", suggestion.Report);
        Assert.Contains("  not placed: MEINS, WERKS", suggestion.Report);
        Assert.Contains("Tried: it reads items 2, orders 2, purchases 2 without a problem.", suggestion.Report);
    }

    [Fact]
    public void A_workbook_in_German_with_typed_cells()
    {
        var book = new WorkbookFile()
            .Sheet("Kundenaufträge", [["Auftrags-Nr.", "Pos.", "Artikel-Nr.", "Kunde", "Menge", "Wunschtermin", "Bestätigter Termin", "Storniert"],
                ["A-1", 10, "P1", "Müller", 12.5, new DateOnly(2026, 9, 1), null, "nein"], ["A-2", 10, "P2", "Weiß", 3, new DateOnly(2026, 9, 3), new DateOnly(2026, 9, 4), "ja"]])
            .Sheet("Fertigungsaufträge", [["FA-Nummer", "Artikel", "Arbeitsplatz", "Starttermin", "Endtermin", "Sollmenge", "Gutmenge", "Ausschuss"],
                [7001, "P1", "M1", new DateOnly(2026, 8, 24), new DateOnly(2026, 8, 26), 20, 5, 1]])
            .Sheet("Artikelstamm", [["Artikelnummer", "Bezeichnung", "Warengruppe", "Sicherheitsbestand"], ["P1", "Pumpe", "Pumpen", 2], ["P2", "Ventil", "Ventile", 0]])
            .Sheet("Lager", [["Artikelnummer", "Lagerort", "Bestand", "Sperrbestand"], ["P1", "L1", 7, 1]])
            .Sheet("Notizen", [["Bitte beachten"], ["nichts"]]);
        var (plan, suggestion) = Imported(new PlanParts(new Dictionary<string, byte[]> { ["Export 2026.xlsx"] = book.Bytes() }));

        Assert.Equal((12.5m, "Müller", new DateOnly(2026, 9, 1), false), (plan.Orders![0].Quantity, plan.Orders[0].Customer, plan.Orders[0].Requested, plan.Orders[0].Cancelled));
        Assert.Equal((new DateOnly(2026, 9, 4), true), (plan.Orders[1].LastConfirmed, plan.Orders[1].Cancelled));
        Assert.Equal(("7001", "M1", 20m, 5m, 1m), (plan.Schedule![0].Number, plan.Schedule[0].WorkCentre, plan.Schedule[0].Planned, plan.Schedule[0].Good, plan.Schedule[0].Scrapped));
        Assert.Equal((7m, 1m, "L1"), (plan.Stock![0].OnHand, plan.Stock[0].OnHold, plan.Stock[0].Location));
        Assert.Contains(suggestion.Report, line => line.StartsWith("Export 2026.xlsx, sheet Notizen: no table was recognised", StringComparison.Ordinal));
    }

    /// <summary>The S&amp;OP cycle asks which hand on the forecast was worth what: the columns for it are found by name.</summary>
    [Fact]
    public void A_forecast_with_who_changed_it_and_the_signed_plan()
    {
        var (plan, suggestion) = Imported(
            ("Artikelstamm.csv", "Artikelnummer;Bezeichnung;Warengruppe\nP1;Pumpe;Pumpen\n"),
            ("Prognose.csv", "Artikelnummer;Woche;Prognosemenge;Statistische Prognose;Vertriebskorrektur;Vertrieb von;Marketingkorrektur;Marketing von\nP1;2026-09-07;120;100;25;Sam Ortiz;-5;Mia Lund\n"),
            ("Absatzplan.csv", "Produktgruppe;Monat;Planmenge\nPumpen;2026-09-01;480\n"));

        var line = Assert.Single(plan.Forecast!);
        Assert.Equal((120m, 100m, 25m, "Sam Ortiz", -5m, "Mia Lund"), (line.Quantity, line.Statistical!.Value, line.SalesAdjustment!.Value, line.SalesBy, line.MarketingAdjustment!.Value, line.MarketingBy));
        Assert.Equal(480m, Assert.Single(plan.SalesPlan!).Quantity);
        Assert.DoesNotContain(suggestion.Report, words => words.Contains("not placed", StringComparison.Ordinal));
    }

    [Fact]
    public void A_French_export_in_the_code_page_of_Windows_with_slashes_and_commas()
    {
        var csv = "N° commande;Fournisseur;Réf. article;Qté commandée;Date de livraison prévue;Qté reçue;Observations\nCF-1;Établissements Noël;R10;1 250,5;24/08/2026;0;à vérifier\nCF-2;Établissements Noël;R11;3;05/09/2026;1,5;\n";
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        var (plan, suggestion) = Imported(new PlanParts(new Dictionary<string, byte[]> { ["achats.csv"] = Encoding.GetEncoding(1252).GetBytes(csv) }));

        Assert.Equal(("CF-1", "1", "R10", "Établissements Noël", 1250.5m, new DateOnly(2026, 8, 24)),
            (plan.Purchases![0].Order, plan.Purchases[0].Line, plan.Purchases[0].Item, plan.Purchases[0].Supplier, plan.Purchases[0].Quantity, plan.Purchases[0].Due));
        Assert.Equal((new DateOnly(2026, 9, 5), 1.5m), (plan.Purchases[1].Due, plan.Purchases[1].Received));
        Assert.Equal("windows-1252", (string?)JsonNode.Parse(suggestion.Json!)!["tables"]!["purchases"]!["encoding"]);
        Assert.Contains("  line              \"1\" in every row            guess; each order stands there once", suggestion.Report);
    }

    [Fact]
    public void Spanish_and_Polish_names_and_days_the_American_way()
    {
        var (plan, _) = Imported(
            ("pedidos.csv", "Nº pedido,Línea,Artículo,Cliente,Cantidad,Fecha solicitada,Importe\nP1,1,A1,Talleres Núñez,\"1,250.00\",09/15/2026,10.5\nP1,2,A2,Talleres Núñez,3,09/01/2026,7\n"),
            ("stany.csv", "Indeks\tMagazyn\tStan magazynowy\nA1\tM1\t-2\nA2\tM1\t15\n"));

        Assert.Equal((1250m, new DateOnly(2026, 9, 15), new DateOnly(2026, 9, 1)), (plan.Orders![0].Quantity, plan.Orders[0].Requested, plan.Orders[1].Requested));
        Assert.Equal((-2m, "M1"), (plan.Stock![0].OnHand, plan.Stock[0].Location));
    }

    /// <summary>A file writes alike throughout: one column tells what another leaves open.</summary>
    [Fact]
    public void What_one_column_leaves_open_another_one_tells()
    {
        var (plan, _) = Imported(("orders.csv", "order;line;item;quantity;value;requested;ordered_on\nS1;1;A;1.250;12,5;03/09/2026;25/08/2026\nS2;1;A;2.500;7,25;04/09/2026;26/08/2026\n"));

        Assert.Equal((1250m, 12.5m, new DateOnly(2026, 9, 3)), (plan.Orders![0].Quantity, plan.Orders[0].Value, plan.Orders[0].Requested));
        var (american, _) = Imported(("orders.csv", "order,line,item,quantity,requested,ordered_on\nS1,1,A,5,03/09/2026,02/25/2026\n"));
        Assert.Equal(new DateOnly(2026, 3, 9), american.Orders![0].Requested);
    }

    [Fact]
    public void Our_own_layout_is_recognised_whole()
    {
        var texts = new Dictionary<string, StringWriter>();
        PlanCsvWriter.Write(SoeBot.Connectors.Sample.SamplePlant.At(GivenFiles.Today), name => texts[name] = new StringWriter());
        var files = new PlanParts(texts.ToDictionary(one => one.Key, one => Encoding.UTF8.GetBytes(one.Value.ToString())));
        var (plan, _) = Imported(files);
        var own = PlanReader.Read(files, PlanMapping.Native, new ReadRequest(GivenFiles.Today)).Snapshot!;

        Assert.Equal(own.Orders!, plan.Orders);
        Assert.Equal(own.Schedule!, plan.Schedule);
        Assert.Equal(own.Events!, plan.Events);
        Assert.Equal(own.Bill!, plan.Bill);
    }

    [Fact]
    public void Days_that_may_be_either_way_round_are_a_guess_and_said()
    {
        var suggestion = Of(("orders.csv", "order,line,item,quantity,requested\nS1,1,A,5,03/09/2026\nS2,1,A,5,04/10/2026\n"));
        Assert.Contains("  requested         requested                   guess; written dd/MM/yyyy; day and month may be the other way round: check it", suggestion.Report);
    }

    [Fact]
    public void A_column_that_would_be_refused_is_left_out_with_the_reason()
    {
        var (plan, suggestion) = Imported(
            ("orders.csv", "order,line,item,quantity,requested\nS1,1,A,5,2026-09-03\n"),
            ("schedule.csv", "number,item,start,due,planned,for_order\nW1,A,2026-08-24,2026-08-26,5,S1\n"));

        Assert.Null(plan.Schedule![0].ForOrder);
        Assert.Contains("schedule: for_order is left out, because schedule.csv, row 2, column for_order, value \"S1\": is not in orders.csv; add it there or correct it here.", suggestion.Report);
    }

    [Fact]
    public void What_is_no_plan_is_said_to_be_none()
    {
        var suggestion = Of(("holidays.csv", "who,when\nAda,soon\n"));
        Assert.Null(suggestion.Json);
        Assert.Equal(["holidays.csv: no table was recognised in it. Its columns: who, when", "No table was recognised."], suggestion.Report);
    }

    private static MappingSuggestion Of(params (string Name, string Text)[] files) => MappingSuggestion.Of(new PlanParts(files.ToDictionary(file => file.Name, file => Encoding.UTF8.GetBytes(file.Text))), GivenFiles.Today);

    private static (PlanSnapshot Plan, MappingSuggestion Suggestion) Imported(params (string Name, string Text)[] files) =>
        Imported(new PlanParts(files.ToDictionary(file => file.Name, file => Encoding.UTF8.GetBytes(file.Text))));

    /// <summary>The proposal as it stands, through the door of every mapping.</summary>
    private static (PlanSnapshot Plan, MappingSuggestion Suggestion) Imported(PlanParts files)
    {
        var suggestion = MappingSuggestion.Of(files, GivenFiles.Today);
        Assert.True(suggestion.Imports, string.Join('\n', suggestion.Report) + suggestion.Json);
        var parse = PlanMapping.Parse(suggestion.Json!);
        Assert.Empty(parse.Problems);
        var read = PlanReader.Read(files, parse.Mapping!, new ReadRequest(GivenFiles.Today));
        Assert.Empty(read.Problems);
        return (read.Snapshot!, suggestion);
    }
}
