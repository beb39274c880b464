using System.Text.Json.Nodes;
using Polaris.Client.Folio;
using Polaris.Client.Testing;

namespace Polaris.Client.Tests.Folio.Inventory;

/// <summary>Instances, holdings and items against the fake, which checks their schemas and versions.</summary>
public class InventoryTests
{
    private static readonly Guid Some = new("0d3ec58e-dc3c-4aa1-9eba-180fca95c544");

    private FakeFolio _fake = null!;
    private FolioClient _folio = null!;

    [SetUp]
    public void SetUp()
    {
        _fake = new FakeFolio();
        _folio = _fake.CreateClient();
    }

    [TearDown]
    public void TearDown()
    {
        _folio.Dispose();
        _fake.AssertNoUnexpectedRequests();
    }

    [Test]
    public async Task Records_FromInstanceToItem_AreCreatedWithHridAndVersion()
    {
        var instance = await _folio.Instances.CreateAsync(new Instance
        {
            Source = "FOLIO",
            Title = "Faust",
            InstanceTypeId = Some,
            Contributors = [new() { Name = "Goethe", Primary = true, ContributorNameTypeId = Some }],
            Identifiers = [new() { Value = "978-3", IdentifierTypeId = Some }],
            Languages = ["ger"],
        });
        var holdings = await _folio.Holdings.CreateAsync(new HoldingsRecord { InstanceId = instance.Id, SourceId = Some, PermanentLocationId = Some });
        var item = await _folio.Items.CreateAsync(NewItem(holdings.Id));
        var listed = (await _folio.Items.ListAsync(Cql.Field("barcode").EqualTo("1"))).Records.Single();

        Assert.Multiple(() =>
        {
            Assert.That(instance.Hrid, Is.EqualTo("in00000000001"));
            Assert.That(instance.Version, Is.EqualTo(1));
            Assert.That(instance.Contributors!.Single().Name, Is.EqualTo("Goethe"));
            Assert.That(holdings.Hrid, Does.StartWith("ho"));
            Assert.That(item.Status!.Name, Is.EqualTo("Available"));
            Assert.That(listed.Id, Is.EqualTo(item.Id));
            Assert.That(listed.HoldingsRecordId, Is.EqualTo(holdings.Id));
        });
    }

    [Test]
    public async Task UpdateAsync_OldVersion_ThrowsBothVersions()
    {
        var first = await _folio.Items.CreateAsync(NewItem(Some));
        var second = await _folio.Items.GetAsync(first.Id);
        second.Volume = "2";
        await _folio.Items.UpdateAsync(second);
        first.Volume = "1";

        var conflict = Assert.ThrowsAsync<VersionConflictException>(() => _folio.Items.UpdateAsync(first))!;

        Assert.That(conflict.StoredVersion, Is.EqualTo(2));
        Assert.That(conflict.SentVersion, Is.EqualTo(1));
        Assert.That((await _folio.Items.GetAsync(first.Id)).Volume, Is.EqualTo("2"));
    }

    [Test]
    public async Task UpdateAsync_SameInstanceTwice_SendsTheAdvancedVersion()
    {
        var item = await _folio.Items.CreateAsync(NewItem(Some));

        item.Volume = "1";
        await _folio.Items.UpdateAsync(item);
        item.Volume = "2";
        var saved = await _folio.Items.UpdateAsync(item);

        Assert.That(saved.Version, Is.EqualTo(3));
        Assert.That(saved.Volume, Is.EqualTo("2"));
    }

    [Test]
    public async Task UpdateAsync_TwoWritersWithAChange_LoseNoUpdate()
    {
        const int each = 1000;
        var item = await _folio.Items.CreateAsync(NewItem(Some));

        await Task.WhenAll(Enumerable.Range(0, 2).Select(_ => Task.Run(async () =>
        {
            for (var i = 0; i < each; i++)
            {
                await AddOneAsync();
            }
        })));

        Assert.That((await _folio.Items.GetAsync(item.Id)).Order, Is.EqualTo(2 * each));

        async Task AddOneAsync()
        {
            try
            {
                await _folio.Items.UpdateAsync(item.Id, read => read.Order = (read.Order ?? 0) + 1);
            }
            catch (VersionConflictException)
            {
                // The other writer was faster every time; nothing was changed, so that this is safe.
                await AddOneAsync();
            }
        }
    }

    [Test]
    public async Task UpdateAsync_WhatTheServerComputes_IsReadAndNotSentBack()
    {
        var id = _fake.Tenant("diku").Resource("item-storage/items").Add(new JsonObject
        {
            ["status"] = new JsonObject { ["name"] = "Available", ["date"] = "2026-01-01T00:00:00.000+00:00" },
            ["materialTypeId"] = $"{Some}",
            ["permanentLoanTypeId"] = $"{Some}",
            ["holdingsRecordId"] = $"{Some}",
            ["effectiveLocationId"] = $"{Some}",
            ["effectiveShelvingOrder"] = "A 1",
            ["materialType"] = new JsonObject { ["name"] = "book" },
            ["holdingsRecord2"] = new JsonObject { ["id"] = $"{Some}" },
        });

        var item = await _folio.Items.GetAsync(id);
        await _folio.Items.UpdateAsync(item);

        var sent = JsonNode.Parse(_fake.Journal.Single(exchange => exchange.Method == "PUT").RequestBody!)!.AsObject();
        Assert.Multiple(() =>
        {
            Assert.That(item.EffectiveShelvingOrder, Is.EqualTo("A 1"));
            Assert.That(item.MaterialType!.Value.GetProperty("name").GetString(), Is.EqualTo("book"));
            Assert.That(item.Status!.Date, Is.Not.Null);
            Assert.That(item.AdditionalMembers, Is.Null);
            Assert.That(sent.Select(member => member.Key), Is.EquivalentTo(new[]
            {
                "id", "_version", "hrid", "status", "materialTypeId", "permanentLoanTypeId", "holdingsRecordId",
            }));
            Assert.That(sent["status"]!.ToJsonString(), Is.EqualTo("""{"name":"Available"}"""));
        });
    }

    [Test]
    public async Task UpdateAsync_UnknownPartOfAPart_IsSentBack()
    {
        using var gateway = new RecordingGateway();
        gateway.Always(sent => sent.Method == "PUT"
            ? new HttpResponseMessage(System.Net.HttpStatusCode.NoContent)
            : RecordingGateway.Json($$"""{"id":"{{Some}}","_version":1,"title":"x","contributors":[{"name":"y","rank":7}],"shelf":[1]}"""));
        await using var folio = gateway.CreateClient();

        await folio.Instances.UpdateAsync(await folio.Instances.GetAsync(Some));

        Assert.That(gateway.Requests.Single(call => call.Method == "PUT").Body, Does.Contain("\"rank\":7").And.Contain("\"shelf\":[1]"));
    }

    [TestCase("name==a or name==b", "(name==a or name==b)")]
    [TestCase("name==\" sortBy \" or name==b sortBy name", "(name==\" sortBy \" or name==b) sortBy name")]
    [TestCase("name==a or name==b\nsortBy\tname", "(name==a or name==b) sortBy\tname")]
    [TestCase("(name==a or name==sortByName)SORTBY name code", "((name==a or name==sortByName)) SORTBY name code")]
    [TestCase("name==\"a\"sortBy name", "(name==\"a\") sortBy name")]
    public async Task ListAsync_OfServicePoints_PutsTheQueryInParentheses(string query, string expected)
    {
        using var gateway = new RecordingGateway();
        gateway.Always(_ => RecordingGateway.Json("""{"servicepoints":[]}"""));
        await using var folio = gateway.CreateClient();

        await folio.ServicePoints.ListAsync(Cql.Raw(query));
        await folio.Locations.ListAsync(Cql.Raw("name==a or name==b"), limit: 0).ContinueWith(_ => { }, TaskScheduler.Default);

        Assert.That(gateway.Requests[0].Query("query"), Is.EqualTo(expected));
        Assert.That(gateway.Requests[^1].Query("query"), Is.EqualTo("name==a or name==b"), "others are sent as written");
    }

    [TestCase("relationshipId", """{"id":"{0}","electronicAccess":[{"uri":"u","relationshipId":""}]}""")]
    [TestCase("itemNoteTypeId", """{"id":"{0}","notes":[{"note":"n","itemNoteTypeId":""}]}""")]
    [TestCase("itemDamagedStatusId", """{"id":"{0}","itemDamagedStatusId":"","volume":"1"}""")]
    public async Task GetAsync_EmptyIdThatTheSchemaAllows_IsNoneAndTheRecordIsRead(string member, string record)
    {
        using var gateway = new RecordingGateway();
        gateway.Always(_ => RecordingGateway.Json(record.Replace("{0}", $"{Some}", StringComparison.Ordinal)));
        await using var folio = gateway.CreateClient();

        var item = await folio.Items.GetAsync(Some);

        Assert.That(item.Id, Is.EqualTo(Some), member);
        Assert.That(item.ItemDamagedStatusId, Is.Null);
        Assert.That(item.ElectronicAccess?[0].RelationshipId, Is.Null);
        Assert.That(item.Notes?[0].ItemNoteTypeId, Is.Null);
    }

    [Test]
    public async Task UpdateAsync_HoldingsThatAnotherUserDeleted_AreCreatedAgainByTheServer()
    {
        var holdings = await _folio.Holdings.CreateAsync(new HoldingsRecord { InstanceId = Some, SourceId = Some, PermanentLocationId = Some });
        holdings = await _folio.Holdings.UpdateAsync(holdings.Id, read => read.CallNumber = "A 1");
        await _folio.Holdings.DeleteAsync(holdings.Id);

        var saved = await _folio.Holdings.UpdateAsync(holdings);

        Assert.That(saved.Version, Is.EqualTo(1));
        Assert.That(saved.CallNumber, Is.EqualTo("A 1"));
    }

    [Test]
    public async Task UpdateAsync_HoldingsThatCannotBeCreatedAgain_DoNotExist()
    {
        var holdings = await _folio.Holdings.CreateAsync(new HoldingsRecord { InstanceId = Some, SourceId = Some, PermanentLocationId = Some });
        await _folio.Holdings.DeleteAsync(holdings.Id);
        await _folio.Holdings.CreateAsync(new HoldingsRecord { Hrid = holdings.Hrid, InstanceId = Some, SourceId = Some, PermanentLocationId = Some });

        Assert.ThrowsAsync<NotFoundException>(() => _folio.Holdings.UpdateAsync(holdings));
    }

    [Test]
    public async Task EnumerateAsync_OfItems_ReadsRecordsWithoutNames()
    {
        foreach (var i in Enumerable.Range(0, 25))
        {
            var item = NewItem(Some);
            item.Barcode = $"{i}";
            await _folio.Items.CreateAsync(item);
        }

        var barcodes = new List<string?>();
        await foreach (var item in _folio.Items.EnumerateAsync(options: new() { PageSize = 10 }))
        {
            barcodes.Add(item.Barcode);
        }

        Assert.That(barcodes, Is.EquivalentTo(Enumerable.Range(0, 25).Select(i => $"{i}")));
    }

    private static Item NewItem(Guid holdings) => new()
    {
        HoldingsRecordId = holdings,
        Status = new() { Name = "Available" },
        MaterialTypeId = Some,
        PermanentLoanTypeId = Some,
        Barcode = "1",
    };
}
