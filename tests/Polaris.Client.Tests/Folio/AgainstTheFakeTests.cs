using Polaris.Client.Folio;
using Polaris.Client.Testing;

namespace Polaris.Client.Tests.Folio;

/// <summary>The client and the fake, which behaves as the modules do, on both platforms. The fake reports what a careful client would not send.</summary>
[TestFixture(FolioPlatform.Okapi)]
[TestFixture(FolioPlatform.Eureka)]
public class AgainstTheFakeTests(FolioPlatform platform)
{
    private FakeFolio _fake = null!;
    private FolioClient _folio = null!;
    private ManualTimeProvider _clock = null!;

    private FakeFolioResource Shelf => _fake.Tenant("diku").Resource("holdings-sources");

    [SetUp]
    public void SetUp()
    {
        _clock = new ManualTimeProvider { SkipsDelays = true };
        _fake = new FakeFolio(new FakeFolioOptions { Platform = platform, TimeProvider = _clock });
        _folio = _fake.CreateClient();
    }

    [TearDown]
    public void TearDown()
    {
        _folio.Dispose();
        _fake.AssertNoUnexpectedRequests();
    }

    [Test]
    public async Task HoldingsSources_LifeOfARecord_GoesThrough()
    {
        var created = await _folio.HoldingsSources.CreateAsync(new HoldingsSource { Name = "Über", Source = HoldingsSourceOrigin.Local });
        created.Name = "Renamed";
        await _folio.HoldingsSources.UpdateAsync(created);
        var found = await _folio.HoldingsSources.FindByNameAsync("RENAMED");
        await _folio.HoldingsSources.DeleteAsync(created.Id);

        Assert.That(found!.Id, Is.EqualTo(created.Id));
        Assert.That(found.Metadata!.CreatedDate, Is.Not.Null);
        Assert.That(await _folio.HoldingsSources.FindAsync(created.Id), Is.Null);
        Assert.ThrowsAsync<NotFoundException>(() => _folio.HoldingsSources.DeleteAsync(created.Id));
        Assert.ThrowsAsync<NotFoundException>(() => _folio.HoldingsSources.UpdateAsync(created));
    }

    [Test]
    public async Task HoldingsSources_Refusals_AreToldApart()
    {
        var first = await _folio.HoldingsSources.CreateAsync(new HoldingsSource { Name = "Élan" });
        var second = await _folio.HoldingsSources.CreateAsync(new HoldingsSource { Name = "Second" });
        var system = await _folio.HoldingsSources.FindByNameAsync("folio");
        _fake.Tenant("diku").MarkInUse(second.Id, "holdings_record");

        var onPost = Assert.ThrowsAsync<AlreadyExistsException>(() => _folio.HoldingsSources.CreateAsync(new HoldingsSource { Name = "elan" }))!;
        second.Name = "ELAN";
        var onPut = Assert.ThrowsAsync<AlreadyExistsException>(() => _folio.HoldingsSources.UpdateAsync(second))!;
        var sameId = Assert.ThrowsAsync<AlreadyExistsException>(
            () => _folio.HoldingsSources.CreateAsync(new HoldingsSource { Id = first.Id, Name = "Another" }))!;

        Assert.That(onPost.Member, Is.EqualTo("name"));
        Assert.That(onPut.Member, Is.EqualTo("name"));
        Assert.That(sameId.Member, Is.EqualTo("id"));
        Assert.That(Assert.ThrowsAsync<RecordInUseException>(() => _folio.HoldingsSources.DeleteAsync(second.Id))!.ReferencedFrom, Is.EqualTo("holdings_record"));
        Assert.ThrowsAsync<RecordProtectedException>(() => _folio.HoldingsSources.DeleteAsync(system!.Id));
        Assert.ThrowsAsync<InvalidQueryException>(() => _folio.HoldingsSources.ListAsync(Cql.Raw("name==")));
        Assert.That((await _folio.HoldingsSources.GetOrCreateAsync("ÉLAN")).Id, Is.EqualTo(first.Id));
    }

    [Test]
    public async Task EnumerateAsync_ManyRecords_EachOnceInOrder()
    {
        Shelf.Clear();
        Shelf.Generate(2500, number => $"Source {number}");

        var ids = new List<Guid>();
        await foreach (var source in _folio.HoldingsSources.EnumerateAsync(Cql.Field("name").StartsWith("Source")))
        {
            ids.Add(source.Id);
        }

        Assert.That(ids, Has.Count.EqualTo(2500).And.Unique);
        Assert.That(ids.Select(id => id.ToString()), Is.Ordered.Using((IComparer<string>)StringComparer.Ordinal));
        Assert.That(await _folio.HoldingsSources.CountAsync(), Is.EqualTo(2500));
    }

    [Test]
    public async Task Token_ExpiredRevokedAndUsedUp_IsReplacedWithoutTheCallerSeeing()
    {
        await _folio.MaterialTypes.ListAsync();
        _clock.Advance(TimeSpan.FromHours(1));
        await _folio.LoanTypes.ListAsync();
        _fake.RevokeTokens();
        await _folio.InstanceTypes.ListAsync();
        _fake.RevokeRefreshTokens();
        _clock.Advance(TimeSpan.FromHours(1));
        await _folio.CallNumberTypes.ListAsync();
        await _folio.SignOutAsync();
        await _folio.HoldingsTypes.ListAsync();

        Assert.That(_fake.Renewals, Is.EqualTo(2));
        Assert.That(_fake.SignIns, Is.EqualTo(3));
    }

    [Test]
    public async Task SignIn_WrongPassword_IsOneAttempt()
    {
        await using var wrong = _fake.CreateClient(options => options.Credentials.Password = "wrong");

        Assert.ThrowsAsync<AuthenticationFailedException>(() => wrong.HoldingsSources.ListAsync());
        Assert.ThrowsAsync<AuthenticationFailedException>(() => wrong.HoldingsSources.ListAsync());

        Assert.That(_fake.RefusedSignIns, Is.EqualTo(1));
    }

    [Test]
    public async Task CreateAsync_AnswerLost_GivesTheRecordThatWasCreated()
    {
        await _folio.HoldingsSources.ListAsync();
        _fake.Faults.Enqueue(FakeFolioFault.AnswerLost(), "POST");

        var created = await _folio.HoldingsSources.CreateAsync(new HoldingsSource { Name = "Lost" });

        Assert.That(Shelf.Find(created.Id), Is.Not.Null);
    }

    [Test]
    public async Task DeleteAsync_AnswerLost_IsASuccess()
    {
        var id = Shelf.Add("Doomed");
        await _folio.HoldingsSources.ListAsync();
        _fake.Faults.Enqueue(FakeFolioFault.AnswerLost(), "DELETE");

        await _folio.HoldingsSources.DeleteAsync(id);

        Assert.That(Shelf.Find(id), Is.Null);
    }

    [Test]
    public async Task EnumerateAsync_PageWithoutItsList_ResumesAfterTheLastRecord()
    {
        Shelf.Clear();
        Shelf.Generate(25, number => $"Source {number}");
        var options = new EnumerateOptions { PageSize = 10 };
        var seen = 0;

        var error = Assert.ThrowsAsync<WalkInterruptedException>(async () =>
        {
            await foreach (var _ in _folio.HoldingsSources.EnumerateAsync(options: options))
            {
                if (++seen == 1)
                {
                    _fake.Faults.Enqueue(FakeFolioFault.MissingCollection(), "GET");
                }
            }
        })!;
        options.After = error.LastId;
        await foreach (var _ in _folio.HoldingsSources.EnumerateAsync(options: options))
        {
            seen++;
        }

        Assert.That(seen, Is.EqualTo(25));
    }

    [Test]
    public async Task With_AnotherTenant_HasRecordsOfItsOwn()
    {
        _fake.Options.AllowCrossTenantRequests = true;
        _fake.Tenant("college").Resource("holdings-sources").Add("Only there");
        var college = _folio.With("college");

        Assert.That(await college.HoldingsSources.FindByNameAsync("only there"), Is.Not.Null);
        Assert.That(await _folio.HoldingsSources.FindByNameAsync("only there"), Is.Null);
        Assert.That(_fake.SignIns, Is.EqualTo(1));
    }
}
