using System.Text.Json;
using Polaris.Client.Folio;
using Polaris.Client.Testing;

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

        FakeFolioResourceShapes.All.Where(shape => shape.RequiredFields.Contains("name")).Select(shape => shape.Path),
        Is.EquivalentTo(ReferenceResources.All.Select(resource => resource.ToString())));

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

        Assert.That(sameName is not null, Is.EqualTo(resource.Unique.Length > 0));
        Assert.That(sameName?.Member, Is.EqualTo(resource.ReportsTakenMember ? resource.Unique.FirstOrDefault() : null));
        Assert.That(otherName is not null, Is.EqualTo(resource.Unique.Contains("code")));
        Assert.That(otherName?.Member, Is.EqualTo(resource.ReportsTakenMember && resource.Unique.Contains("code") ? "code" : null));
    }

    [TestCaseSource(typeof(ReferenceResources), nameof(ReferenceResources.OnEachRelease))]
    public async Task Save_NameTaken_ReportsMemberAndValue<TRecord>(ReferenceResource<TRecord> resource, FolioRelease release)
        where TRecord : ReferenceRecord, new()
    {
        _fake.Options.Release = release;
        _fake.Tenant("diku").Resource(resource.Path).Clear();
        var client = resource.Of(_folio);
        await client.CreateAsync(resource.NewRecord("Élan"));
        var other = WithOther(resource, "code");
        other.Name = "Another";
        other = await client.CreateAsync(other);
        other.Name = "elan";

        // The other unique value differs, so that the name is what is taken.
        var onPost = await RefusalAsync<AlreadyExistsException>(() => client.CreateAsync(WithOther(resource, "code", "elan")));
        var onPut = await RefusalAsync<AlreadyExistsException>(() => client.UpdateAsync(other));

        Assert.Multiple(() =>
        {
            var isUnique = resource.Unique.Contains("name");
            Assert.That(onPost is not null, Is.EqualTo(isUnique), "POST");
            Assert.That(onPost?.Member, Is.EqualTo(isUnique && resource.ReportsTakenMember ? "name" : null), "POST");
            Assert.That(onPost?.Value, Is.EqualTo(isUnique && resource.ReportsTakenMember ? "elan" : null), "POST");
            Assert.That(onPut?.Member, Is.EqualTo(isUnique ? "name" : null), "PUT");
            Assert.That(onPut?.Value, Is.EqualTo(isUnique ? "elan" : null), "PUT");
        });
    }

    [TestCaseSource(typeof(ReferenceResources), nameof(ReferenceResources.OnEachRelease))]
    public async Task GetOrCreateAsync_AnotherCallerIsFaster_ReturnsTheirRecord<TRecord>(ReferenceResource<TRecord> resource, FolioRelease release)
        where TRecord : ReferenceRecord, new()
    {
        _fake.Options.Release = release;
        var theirs = Guid.NewGuid();
        using var race = new BeforeTheFirstPost(
            _fake.CreateHandler(), () => _fake.Tenant("diku").Resource(resource.Path).Add(resource.Json($"{theirs}", "Raced")));
        var options = new FolioClientOptions();
        _fake.Configure(options);
        await using var folio = FolioClient.Create(options, race);

        var found = await resource.Of(folio).GetOrCreateAsync(resource.NewRecord("raced"));

        Assert.That(found.Id == theirs, Is.EqualTo(resource.Unique.Length > 0), "only a unique name can be taken");
    }

    [TestCaseSource(typeof(ReferenceResources), nameof(ReferenceResources.All))]
    public async Task CreateAsync_UnknownMember_IsKeptOrRefusedByTheSchema<TRecord>(ReferenceResource<TRecord> resource)
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

    /// <summary>A record whose code, if it has one, no other record has.</summary>
    private static TRecord WithOther<TRecord>(ReferenceResource<TRecord> resource, string member, string name = "x")
        where TRecord : ReferenceRecord, new()
    {
        var record = resource.NewRecord(name);
        typeof(TRecord).GetProperty(member, System.Reflection.BindingFlags.IgnoreCase | System.Reflection.BindingFlags.Public | System.Reflection.BindingFlags.Instance)
            ?.SetValue(record, $"{Guid.NewGuid():N}");
        return record;
    }

    /// <summary>Lets another caller act between the search and the creation of a client.</summary>
    private sealed class BeforeTheFirstPost(HttpMessageHandler network, Action act) : DelegatingHandler(network)
    {
        private int _posts;

        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            if (request.Method == HttpMethod.Post && !request.RequestUri!.AbsolutePath.StartsWith("/authn/", StringComparison.Ordinal) && _posts++ == 0)
            {
                act();
            }

            return base.SendAsync(request, cancellationToken);
        }
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
