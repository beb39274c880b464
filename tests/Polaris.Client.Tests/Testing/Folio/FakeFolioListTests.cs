using System.Diagnostics;
using System.Text.Json.Nodes;
using Polaris.Client.Folio;
using Polaris.Client.Testing;

namespace Polaris.Client.Tests.Testing.Folio;

public sealed class FakeFolioListTests : FolioRawFixture
{
    [Test]
    public async Task List_FreshTenant_HasTheShippedRecordsInOrderOfTheirIds()
    {
        FolioRawAnswer answer = await Http.GetAsync("holdings-sources");

        Assert.That(Names(answer), Is.EqualTo(new[] { "MARC", "FOLIO" }));
        Assert.That((int?)answer.Json["totalRecords"], Is.EqualTo(2));
    }

    [Test]
    public async Task List_WithoutParameters_HasTenRecords()
    {
        Fake.Tenant("diku").Resource("holdings-sources").Generate(25, i => $"Generated {i}");

        FolioRawAnswer first = await Http.GetAsync("holdings-sources");
        FolioRawAnswer last = await Http.GetAsync("holdings-sources?offset=20&limit=10");

        Assert.That(Names(first), Has.Length.EqualTo(10));
        Assert.That(Names(last), Has.Length.EqualTo(7));
        Assert.That((int?)last.Json["totalRecords"], Is.EqualTo(27));
    }

    [TestCase("limit=-3", "\n'limit' parameter is incorrect. parameter value {-3} is not valid: must be greater than or equal to 0")]
    [TestCase("offset=-1", "\n'offset' parameter is incorrect. parameter value {-1} is not valid: must be greater than or equal to 0")]
    [TestCase("limit=abc", "For input string: \"abc\"")]
    [TestCase("offset=2147483648", "For input string: \"2147483648\"")]
    [TestCase("limit=", "limit does not have a default value in the RAML and has been passed empty")]
    [TestCase("totalRecords=all", "\n'totalRecords' parameter is incorrect. parameter value {all} is not valid: must match \"exact|estimated|none|auto\"")]
    public async Task List_BadParameter_Is400Text(string parameter, string expected)
    {
        FolioRawAnswer answer = await Http.GetAsync("holdings-sources?" + parameter);

        Assert.That(answer.Status, Is.EqualTo(400));
        Assert.That(answer.Body, Is.EqualTo(expected));
    }

    [TestCase("limit=0&totalRecords=none", 2345)]
    [TestCase("limit=0&query=name==Generated*", 2343)]
    [TestCase("limit=10", 2345)]
    [TestCase("limit=10&query=name==Generated*", 2300)]
    [TestCase("limit=10&offset=2340&query=name==Generated*", 2343)]
    [TestCase("limit=40&offset=2300&query=name==Generated*", 2340)]
    [TestCase("limit=10&query=name==\"Generated 1?\"", 10)]
    [TestCase("limit=10&totalRecords=none", null)]
    public async Task List_Totals_AreExactEstimatedOrAbsentAsOnTheServer(string parameters, int? expected)
    {
        Fake.Tenant("diku").Resource("holdings-sources").Generate(2343, i => $"Generated {i}");

        FolioRawAnswer answer = await Http.GetAsync("holdings-sources?" + parameters);

        Assert.That((int?)answer.Json["totalRecords"], Is.EqualTo(expected));
    }

    [TestCase("name==\"folio\"", "FOLIO")]
    [TestCase("name==fo*", "FOLIO")]
    [TestCase("name==\"fo*\"", "FOLIO")]
    [TestCase("name==\"f?lio\"", "FOLIO")]
    [TestCase("name==\"fo\\*\"", "")]
    [TestCase("name==/respectCase folio", "")]
    [TestCase("name==/respectCase FOLIO", "FOLIO")]
    [TestCase("name<>folio", "MARC,Rare Books,Café au lait,Star*")]
    [TestCase("name=\"books rare\"", "")]
    [TestCase("name=\"rare books\"", "Rare Books")]
    [TestCase("name adj \"rare boo*\"", "Rare Books")]
    [TestCase("name all \"books rare\"", "Rare Books")]
    [TestCase("name any \"lait books\"", "Rare Books,Café au lait")]
    [TestCase("name==\"cafe au lait\"", "Café au lait")]
    [TestCase("name==/respectAccents \"cafe au lait\"", "")]
    [TestCase("name==\"star\\*\"", "Star*")]
    [TestCase("name>\"R\"", "Rare Books,Star*")]
    [TestCase("name>\"r\"", "")]
    [TestCase("source==LOCAL and (name==rare* or name==star*)", "Rare Books")]
    [TestCase("name==folio or name==marc and source==local", "")]
    [TestCase("name==folio or (name==marc and source==folio)", "FOLIO,MARC")]
    [TestCase("cql.allRecords=1 not source==folio", "Rare Books,Café au lait,Star*")]
    [TestCase("cql.allRecords=1 NOT source=\"\"", "Star*")]
    [TestCase("source=*", "FOLIO,MARC,Rare Books,Café au lait")]
    [TestCase("source==\"\"", "")]
    [TestCase("name==(folio or \"rare books\")", "FOLIO,Rare Books")]
    [TestCase("ordering</number 10", "Rare Books")]
    [TestCase("ordering<\"2\"", "Café au lait")]
    [TestCase("ordering==/number 10.0", "Café au lait")]
    [TestCase("tags.tagList==\"[]\"", "Star*")]
    [TestCase("identifiers=/@value/@typeId=\"t1\" \"123\"", "Café au lait")]
    [TestCase("identifiers==/@value/@typeId=t2 123", "")]
    [TestCase("id==\"f32d531e-df79-46b3-8932-cdd35f7a2264\"", "FOLIO")]
    [TestCase("id==F32D*", "FOLIO")]
    [TestCase("id==nothing", "")]
    [TestCase("id==\"\"", "")]
    [TestCase("id<>\"\"", "FOLIO,MARC,Rare Books,Café au lait,Star*")]
    [TestCase("cql.allrecords=1", "FOLIO,MARC,Rare Books,Café au lait,Star*")]
    [TestCase("cql.allRecords==1", "FOLIO,MARC,Rare Books,Café au lait,Star*")]
    [TestCase("cql.allRecords=0", "FOLIO,MARC,Rare Books,Café au lait,Star*")]
    [TestCase("id>\"036ee84a-6afd-4c3c-9ad3-4a12ab875f59\" and source==folio", "FOLIO")]
    [TestCase("id<=\"036ee84a-6afd-4c3c-9ad3-4a12ab875f59\"", "MARC")]
    public async Task Query_AsDocumented_FindsWhatTheServerFinds(string query, string expected)
    {
        AddSamples();

        FolioRawAnswer answer = await Http.QueryAsync(query);

        Assert.That(answer.Status, Is.EqualTo(200), answer.Body);
        Assert.That(Names(answer), Is.EquivalentTo(expected.Split(',', StringSplitOptions.RemoveEmptyEntries)));
    }

    [TestCase("cql.allRecords=1 sortBy name", "Café au lait,FOLIO,MARC,Rare Books,Star*")]
    [TestCase("cql.allRecords=1 SORTBY name/sort.descending", "Star*,Rare Books,MARC,FOLIO,Café au lait")]
    [TestCase("cql.allRecords=1 sortBy source/sort.ascending name/sort.descending", "MARC,FOLIO,Rare Books,Café au lait,Star*")]
    [TestCase("source==local sortBy ordering/number", "Rare Books,Café au lait")]
    [TestCase("source==local sortBy ordering", "Café au lait,Rare Books")]
    public async Task Query_WithSort_IsInThatOrder(string query, string expected)
    {
        AddSamples();

        Assert.That(Names(await Http.QueryAsync(query)), Is.EqualTo(expected.Split(',')));
    }

    [TestCase("name==", "org.z3950.zing.cql.CQLParseException: expected index or term, got EOF")]
    [TestCase("name==a and", "org.z3950.zing.cql.CQLParseException: expected index or term, got EOF")]
    [TestCase("(name==a", "CQLParseException")]
    [TestCase("name==a)", "CQLParseException")]
    [TestCase("name==\"a", "CQLParseException")]
    [TestCase("name==a b", "CQLParseException")]
    [TestCase("name==and", "CQLParseException")]
    [TestCase("name==a sortBy", "CQLParseException")]
    [TestCase("folio", "cql.serverChoice requested, but no serverChoiceIndexes defined.")]
    [TestCase("name==/fuzzy a", "CQL: Unsupported modifier fuzzy")]
    [TestCase("name==a prox name==b", "PROX")]
    [TestCase("name==a\\", "Unterminated \\-character")]
    [TestCase("name=\"a?\"", "? wildcard not allowed in full text query string")]
    [TestCase("name=\"a*b\"", "right truncation only")]
    [TestCase("id>nothing", "CQL: Invalid UUID after")]
    [TestCase("id any f32d531e-df79-46b3-8932-cdd35f7a2264", "CQL: Unsupported operator")]
    [TestCase("id==/respectCase f32d531e-df79-46b3-8932-cdd35f7a2264", "CQL: Unsupported modifier")]
    public async Task Query_TheServerCannotRead_Is400Text(string query, string expected)
    {
        FolioRawAnswer answer = await Http.QueryAsync(query);

        Assert.That(answer.Status, Is.EqualTo(400));
        Assert.That(answer.ContentType, Is.EqualTo("text/plain"));
        Assert.That(answer.Body, Does.Contain(expected));
    }

    [Test]
    public async Task Sort_WithTies_HasNoDefinedOrderUnlessTheIdIsItsLastKey()
    {
        FakeFolioResource resource = Fake.Tenant("diku").Resource("holdings-sources");
        resource.Clear();
        foreach (int i in Enumerable.Range(0, 5))
        {
            resource.Add($"Name {i}", "same");
        }

        string[] first = Names(await Http.QueryAsync("cql.allRecords=1 sortBy source"));
        string[] second = Names(await Http.QueryAsync("cql.allRecords=1 sortBy source"));
        string[] byId = Names(await Http.QueryAsync("cql.allRecords=1 sortBy source id"));
        string[] byIdAgain = Names(await Http.QueryAsync("cql.allRecords=1 sortBy source id"));

        Assert.That(second, Is.Not.EqualTo(first).And.EquivalentTo(first));
        Assert.That(byIdAgain, Is.EqualTo(byId));
    }

    [Test]
    public async Task List_WithACapOnPages_GivesNoMoreThanThat()
    {
        Fake.Options.MaxPageSize = 3;
        Fake.Tenant("diku").Resource("holdings-sources").Generate(25, i => $"Generated {i}");

        Assert.That(Names(await Http.GetAsync("holdings-sources?limit=20")), Has.Length.EqualTo(3));
        Assert.That(Names(await Http.QueryAsync("cql.allRecords=1 sortBy name", "&limit=20&offset=20")), Has.Length.EqualTo(3));
        Assert.That(Names(await Http.QueryAsync("cql.allRecords=1 sortBy name", "&limit=20&offset=26")), Has.Length.EqualTo(1));
    }

    [Test]
    public async Task Walk_SortedByName80000Records_SortsOnceAndNotForEachPage()
    {
        Fake.Tenant("diku").Resource("holdings-sources").Generate(80_000, i => $"Generated {(i * 7919) % 80_000}");
        await using FolioClient folio = Fake.CreateClient();
        TimeSpan before = ProcessorTime();
        int walked = 0;

        await foreach (var _ in folio.HoldingsSources.EnumerateAsync(Cql.All.SortBy("name")))
        {
            walked++;
        }

        TimeSpan used = ProcessorTime() - before;
        await TestContext.Out.WriteLineAsync($"80,000 records sorted by name: {used.TotalMilliseconds:0} ms of processor time, client included");
        Assert.That(walked, Is.EqualTo(80_002));
        Assert.That(used, Is.LessThan(TimeSpan.FromSeconds(5)), "sorting for each page took 11.5 s");
    }

    [Test]
    public async Task Create_At20000Records_DoesNotLookAtTheOthers()
    {
        FakeFolioResource resource = Fake.Tenant("diku").Resource("holdings-sources");
        foreach (int i in Enumerable.Range(0, 20_000))
        {
            resource.Add($"Name {i}");
        }

        await using FolioClient folio = Fake.CreateClient();
        await CreateAsync("Warm", 1000);
        TimeSpan before = ProcessorTime();
        await CreateAsync("New", 1000);
        double each = (ProcessorTime() - before).TotalMilliseconds / 1000;
        await TestContext.Out.WriteLineAsync($"a create at 20,000 records: {each:0.000} ms of processor time, client included");
        Assert.That(each, Is.LessThan(1.5), "comparing with each record took more");

        async Task CreateAsync(string name, int count)
        {
            foreach (int i in Enumerable.Range(0, count))
            {
                await folio.HoldingsSources.CreateAsync(new() { Name = $"{name} {i}" });
            }
        }
    }

    /// <summary>Does not depend on what else the machine does.</summary>
    private static TimeSpan ProcessorTime()
    {
        using var process = Process.GetCurrentProcess();
        return process.TotalProcessorTime;
    }

    internal static string[] Names(FolioRawAnswer answer) =>
        answer.Json["holdingsRecordsSources"]!.AsArray().Select(record => (string)record!["name"]!).ToArray();

    /// <summary>Adds records with fixed IDs, because queries compare IDs: all lie above that of MARC.</summary>
    private void AddSamples()
    {
        var resource = Fake.Tenant("diku").Resource("holdings-sources");
        resource.Add(new JsonObject
        {
            ["id"] = "4a000000-0000-4000-8000-000000000001",
            ["name"] = "Rare Books",
            ["source"] = "local",
            ["ordering"] = 9,
        });
        resource.Add(new JsonObject
        {
            ["id"] = "4a000000-0000-4000-8000-000000000002",
            ["name"] = "Café au lait",
            ["source"] = "local",
            ["ordering"] = 10,
            ["identifiers"] = new JsonArray(
                new JsonObject { ["value"] = "123", ["typeId"] = "t1" }, new JsonObject { ["value"] = "9", ["typeId"] = "t2" }),
        });
        resource.Add(new JsonObject
        {
            ["id"] = "4a000000-0000-4000-8000-000000000003",
            ["name"] = "Star*",
            ["tags"] = new JsonObject { ["tagList"] = new JsonArray() },
        });
    }
}
