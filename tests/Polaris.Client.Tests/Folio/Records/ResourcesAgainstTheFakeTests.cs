using System.Text.Json;
using Polaris.Client.Folio;
using Polaris.Client.Testing;
using Polaris.Client.Testing.Folio;

namespace Polaris.Client.Tests.Folio.Records;

/// <summary>The rules of each resource, as its schema has them and the fake keeps them.</summary>
public class ResourcesAgainstTheFakeTests
{
    private FakeFolio _fake = null!;
    private FolioClient _folio = null!;

    [SetUp]
    public void SetUp()
    {
        _fake = new FakeFolio(new FakeFolioOptions());
        _folio = _fake.CreateClient();
    }

    [TearDown]
    public void TearDown()
    {
        _folio.Dispose();
        _fake.AssertNoUnexpectedRequests();
    }

    [Test]
    public void Shapes_OfTheFake_AreThoseOfTheTable() => Assert.That(
        FakeFolioResourceShapes.All.Select(shape => shape.Path), Is.EquivalentTo(ReferenceResources.All.Select(resource => resource.ToString())));

    [TestCaseSource(typeof(ReferenceResources), nameof(ReferenceResources.All))]
    public async Task Record_FromCreationToDeletion_GoesThrough<TRecord>(ReferenceResource<TRecord> resource)
        where TRecord : ReferenceRecord, new()
    {
        var client = resource.Of(_folio);

        var created = await client.CreateAsync(resource.NewRecord("Überall"));
        created.Name = "Renamed";
        await client.UpdateAsync(created);
        var listed = (await client.ListAsync(limit: 100)).Records.Single(record => record.Id == created.Id);
        await client.DeleteAsync(created.Id);

        Assert.That(listed.Name, Is.EqualTo("Renamed"));
        Assert.That(listed.AdditionalMembers, Is.Null);
        Assert.That(listed.Metadata is not null, Is.EqualTo(resource.KeepsMetadata));
        Assert.That(await client.FindAsync(created.Id), Is.Null);
    }

    [TestCaseSource(typeof(ReferenceResources), nameof(ReferenceResources.All))]
    public async Task CreateAsync_NothingButAName_IsRefusedForEachRequiredMember<TRecord>(ReferenceResource<TRecord> resource)
        where TRecord : ReferenceRecord, new()
    {
        var refused = await RefusalAsync<ValidationFailedException>(() => resource.Of(_folio).CreateAsync(new TRecord { Name = "Bare" }));

        Assert.That(refused?.Errors.SelectMany(error => error.Parameters).Select(parameter => parameter.Key) ?? [], Is.EqualTo(resource.Required));
    }

    [TestCaseSource(typeof(ReferenceResources), nameof(ReferenceResources.All))]
    public async Task CreateAsync_ValueTaken_IsRefusedForEachUniqueMember<TRecord>(ReferenceResource<TRecord> resource)
        where TRecord : ReferenceRecord, new()
    {
        var client = resource.Of(_folio);
        await client.CreateAsync(resource.NewRecord("Élan"));

        var sameName = await RefusalAsync<AlreadyExistsException>(() => client.CreateAsync(resource.NewRecord("elan")));
        var otherName = await RefusalAsync<AlreadyExistsException>(() => client.CreateAsync(resource.NewRecord("Another")));

        Assert.That(sameName?.Member, Is.EqualTo(resource.Unique.FirstOrDefault()));
        Assert.That(otherName?.Member, Is.EqualTo(resource.Unique.Contains("code") ? "code" : null));
    }

    [TestCaseSource(typeof(ReferenceResources), nameof(ReferenceResources.All))]
    public async Task CreateAsync_UnknownMember_IsKeptOrRefusedAsTheSchemaSays<TRecord>(ReferenceResource<TRecord> resource)
        where TRecord : ReferenceRecord, new()
    {
        var record = resource.NewRecord("Odd");
        using var document = JsonDocument.Parse("1");
        record.AdditionalMembers = new() { ["shelf"] = document.RootElement.Clone() };
        TRecord? created = null;

        var refused = await RefusalAsync<ValidationFailedException>(async () => created = await resource.Of(_folio).CreateAsync(record));

        Assert.That(refused is null, Is.EqualTo(resource.KeepsUnknown));
        Assert.That(created?.AdditionalMembers?["shelf"].GetInt32(), Is.EqualTo(resource.KeepsUnknown ? 1 : null));
    }

    /// <summary>How a call was refused; null when it was not.</summary>
    private static async Task<TException?> RefusalAsync<TException>(Func<Task> call)
        where TException : Exception
    {
        try
        {
            await call();
            return null;
        }
        catch (TException refusal)
        {
            return refusal;
        }
    }
}
