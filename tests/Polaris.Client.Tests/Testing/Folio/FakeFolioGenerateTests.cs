using System.Text.Json.Nodes;
using Polaris.Client.Testing;

namespace Polaris.Client.Tests.Testing.Folio;

[TestFixture]
internal sealed class FakeFolioGenerateTests
{
    private const int Million = 1_000_000;

    [Test]
    public async Task Generate_AMillionRecords_AreReadFromAnyIdOnWithoutPassingTheOthers()
    {
        using FolioRawClient http = await StartAsync(Million, out FakeFolioResource resource);
        string id = "036ee84a-6afd-4c3c-9ad3-4a12ab875f59";
        var ids = new List<string>();
        long before = GC.GetTotalMemory(forceFullCollection: true);
        for (int page = 0; page < 40; page++)
        {
            FolioRawAnswer answer = await http.QueryAsync($"id>\"{id}\" sortBy id", "&limit=100&totalRecords=none");
            ids.AddRange(answer.Json["holdingsRecordsSources"]!.AsArray().Select(record => (string)record!["id"]!));
            id = page == 20 ? "f32d531e-df79-46b3-8932-cdd35f7a2263" : ids[^1];
        }

        long grown = GC.GetTotalMemory(forceFullCollection: true) - before;
        Assert.That(resource.Count, Is.EqualTo(Million + 2));
        Assert.That(ids, Is.Ordered.Using((IComparer<string>)StringComparer.Ordinal).And.Unique);
        Assert.That(ids, Has.Count.EqualTo(4000).And.Contain("f32d531e-df79-46b3-8932-cdd35f7a2264"));
        Assert.That(grown, Is.LessThan(8_000_000));
    }

    [TestCase(1)]
    [TestCase(7)]
    [TestCase(1000)]
    public async Task Generate_WalkByKeyset_MeetsEveryRecordOnceInOrder(int count)
    {
        using FolioRawClient http = await StartAsync(count, out FakeFolioResource resource);
        var names = new List<string>();
        string id = "00000000-0000-0000-0000-000000000000";
        string[] page;
        do
        {
            FolioRawAnswer answer = await http.QueryAsync($"id>\"{id}\" sortBy id", "&limit=9&totalRecords=none");
            JsonArray records = answer.Json["holdingsRecordsSources"]!.AsArray();
            page = FakeFolioListTests.Names(answer);
            names.AddRange(page);
            id = records.Count > 0 ? (string)records[^1]!["id"]! : id;
        }
        while (page.Length == 9);

        Assert.That(names, Has.Count.EqualTo(resource.Count).And.Unique);
        Assert.That(names.Where(name => name.StartsWith('G')), Is.EqualTo(Enumerable.Range(0, count).Select(i => $"Generated {i}")));
    }

    [Test]
    public async Task Generated_Record_CanBeReadChangedAndDeletedLikeAnyOther()
    {
        using FolioRawClient http = await StartAsync(100, out FakeFolioResource resource);
        string id = (string)(await http.QueryAsync("name==\"Generated 42\"")).Json["holdingsRecordsSources"]![0]!["id"]!;

        FolioRawAnswer read = await http.GetAsync("holdings-sources/" + id);
        FolioRawAnswer taken = await http.SendAsync("POST", "holdings-sources", """{"name":"generated 42"}""");
        FolioRawAnswer renamed = await http.SendAsync("PUT", "holdings-sources/" + id, """{"name":"Changed"}""");
        FolioRawAnswer free = await http.SendAsync("POST", "holdings-sources", """{"name":"generated 42"}""");
        int count = resource.Count;
        FolioRawAnswer deleted = await http.SendAsync("DELETE", "holdings-sources/" + id);

        Assert.That((string?)read.Json["source"], Is.EqualTo("local"));
        Assert.That(taken.Status, Is.EqualTo(422));
        Assert.That(renamed.Status, Is.EqualTo(204));
        Assert.That(free.Status, Is.EqualTo(201));
        Assert.That(deleted.Status, Is.EqualTo(204));
        Assert.That(count, Is.EqualTo(103));
        Assert.That(resource, Has.Count.EqualTo(102));
        Assert.That((await http.GetAsync("holdings-sources/" + id)).Status, Is.EqualTo(404));
        Assert.That(FakeFolioListTests.Names(await http.GetAsync("holdings-sources?limit=200")), Does.Not.Contain("Changed"));
    }

    private static Task<FolioRawClient> StartAsync(int count, out FakeFolioResource resource)
    {
        var fake = new FakeFolio();
        resource = fake.Tenant("diku").Resource("holdings-sources");
        resource.Generate(count, i => $"Generated {i}");
        return FolioRawClient.SignedInAsync(fake);
    }
}
