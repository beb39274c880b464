using System.Globalization;
using Polaris.Client.Folio;
using Polaris.Client.Testing;

namespace Polaris.Client.Tests.Folio;

/// <summary>A walk sees every record once, in order, and holds no more memory at its end than near its beginning.</summary>
/// <remarks><c>POLARIS_WALK_RECORDS=1000000</c> makes it a long one.</remarks>
public sealed class LongWalkTests
{
    private const long AllowedGrowth = 32 * 1024 * 1024;

    private static int Records => int.Parse(
        Environment.GetEnvironmentVariable("POLARIS_WALK_RECORDS") ?? "20000", CultureInfo.InvariantCulture);

    [Test]
    public async Task EnumerateAsync_ManyRecords_SeesEachOnceInConstantMemory()
    {
        var fake = new FakeFolio();
        var sources = fake.Tenant(FakeFolio.DefaultTenant).Resource("holdings-sources");
        sources.Clear();
        sources.Generate(Records, i => $"Source {i}");
        await using var folio = fake.CreateClient();
        var seen = 0;
        var last = "";
        var startHeap = 0L;

        await foreach (var source in folio.HoldingsSources.EnumerateAsync(options: new EnumerateOptions { PageSize = 2000 }))
        {
            var id = source.Id.ToString();
            Assert.That(string.CompareOrdinal(id, last), Is.Positive);
            last = id;
            startHeap = ++seen == 4000 ? GC.GetTotalMemory(forceFullCollection: true) : startHeap;
        }

        var growth = GC.GetTotalMemory(forceFullCollection: true) - startHeap;
        await TestContext.Out.WriteLineAsync($"{seen} records walked, managed heap grew by {growth / 1024.0 / 1024.0:0.00} MB");
        Assert.That(seen, Is.EqualTo(Records));
        Assert.That(growth, Is.LessThan(AllowedGrowth));
    }
}
