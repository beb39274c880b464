using System.Text;
using System.Text.Json.Nodes;
using Polaris.Client.Folio;
using Polaris.Client.Testing;

namespace Polaris.Client.Tests.Folio.Vocabularies;

/// <summary>Bringing the vocabularies of one tenant up to date with another tenant or a file.</summary>
public class VocabularySyncTests
{
    private static readonly Guid Shared = new("0d3ec58e-dc3c-4aa1-9eba-180fca95c544");

    private FakeFolio _fake = null!;
    private FolioClient _central = null!;
    private FolioClient _college = null!;

    [SetUp]
    public void SetUp()
    {
        _fake = new FakeFolio(new FakeFolioOptions { AllowCrossTenantRequests = true });
        _fake.Tenant("college");
        _central = _fake.CreateClient();
        _college = _central.With("college");
    }

    [TearDown]
    public void TearDown()
    {
        _college.Dispose();
        _central.Dispose();
        _fake.AssertNoUnexpectedRequests();
    }

    [Test]
    public async Task CompareAsync_TwoTenants_PlansEachRecordAndChangesNothing()
    {
        Add("diku", "contributor-types", Shared, "Author", "aut", "marcrelator");
        Add("college", "contributor-types", Shared, "Author", "aut", "marcrelator");
        Add("diku", "contributor-types", Guid.NewGuid(), "Éditeur", "edt", "local");
        var editor = Add("college", "contributor-types", Guid.NewGuid(), "editeur", "edt", "local");
        Add("diku", "contributor-types", Guid.NewGuid(), "Illustrator", "ill", "local");
        Add("diku", "contributor-types", Guid.NewGuid(), "Printer", "prt", "local");
        var press = Add("college", "contributor-types", Guid.NewGuid(), "Press", "PRT", "local");
        var own = Add("college", "contributor-types", Guid.NewGuid(), "Own", "own", "local");

        var plan = await _college.ContributorTypes.CompareAsync(_central.ContributorTypes);

        var steps = plan.Steps.ToDictionary(step => step.Wanted.Name!);
        Assert.Multiple(() =>
        {
            Assert.That(steps["Author"].Kind, Is.EqualTo(VocabularyStepKind.Same));
            Assert.That(steps["Éditeur"].Kind, Is.EqualTo(VocabularyStepKind.Change), "the server regards the names as equal");
            Assert.That(steps["Éditeur"].Existing!.Id, Is.EqualTo(editor));
            Assert.That(steps["Éditeur"].Differences, Is.EqualTo(new[] { "name" }));
            Assert.That(steps["Illustrator"].Kind, Is.EqualTo(VocabularyStepKind.Create));
            Assert.That(steps["Printer"].Kind, Is.EqualTo(VocabularyStepKind.Conflict));
            Assert.That(steps["Printer"].Reason, Does.Contain("code").And.Contain($"{press}"));
            Assert.That(plan.OnlyInTarget.Select(record => record.Id), Is.EquivalentTo(new[] { press, own }));
            Assert.That(plan.ToString(), Is.EqualTo("college: 1 Same, 1 Create, 1 Change, 1 Conflict"));
            Assert.That(plan.IsEmpty, Is.False);
            Assert.That(_fake.Journal.Select(exchange => exchange.Method), Has.None.AnyOf("PUT", "DELETE"));
        });
    }

    [Test]
    public async Task SyncAsync_APlan_CreatesWithTheSameIdAndChangesOnlyWhatDiffers()
    {
        var art = Add("diku", "classification-types", Guid.NewGuid(), "Art", null, "local");
        Add("diku", "classification-types", Shared, "Dewey (new)", null, null);
        _fake.Tenant("college").Resource("classification-types").Add(new JsonObject
        {
            ["id"] = $"{Shared}",
            ["name"] = "Dewey",
            ["source"] = "local",
            ["shelf"] = 3,
        });

        var plan = await _college.ClassificationTypes.CompareAsync(_central.ClassificationTypes);
        var outcomes = await _college.ClassificationTypes.SyncAsync(plan);
        var after = await _college.ClassificationTypes.CompareAsync(_central.ClassificationTypes);

        var changed = _fake.Tenant("college").Resource("classification-types").Find(Shared)!;
        Assert.Multiple(() =>
        {
            Assert.That(outcomes.Select(outcome => outcome.Outcome), Is.All.EqualTo(VocabularyOutcome.Applied));
            Assert.That(outcomes.Select(outcome => outcome.Record!.Id), Is.EquivalentTo(new[] { art, Shared }));
            Assert.That((string?)changed["name"], Is.EqualTo("Dewey (new)"));
            Assert.That((string?)changed["source"], Is.EqualTo("local"), "not in the wanted record, so it stays");
            Assert.That((int?)changed["shelf"], Is.EqualTo(3));
            Assert.That(after.IsEmpty, Is.True);
        });
    }

    [Test]
    public async Task SyncAsync_StepRemoved_LeavesItsRecordAsItIs()
    {
        Add("diku", "loan-types", Guid.NewGuid(), "Short", null, "local");
        Add("diku", "loan-types", Guid.NewGuid(), "Long", null, "local");
        var plan = await _college.LoanTypes.CompareAsync(_central.LoanTypes);

        plan.Steps.Remove(plan.Steps.Single(step => step.Wanted.Name == "Long"));
        await _college.LoanTypes.SyncAsync(plan);

        Assert.That((await _college.LoanTypes.ListAsync()).Records.Single().Name, Is.EqualTo("Short"));
    }

    [Test]
    public async Task SyncAsync_RecordChangedSinceThePlan_IsOutdatedAndNotOverwritten()
    {
        Add("diku", "loan-types", Shared, "Long", null, "local");
        Add("college", "loan-types", Shared, "Short", null, "local");
        var plan = await _college.LoanTypes.CompareAsync(_central.LoanTypes);
        Add("college", "loan-types", Shared, "Theirs", null, "local");

        var outcome = (await _college.LoanTypes.SyncAsync(plan)).Single();

        Assert.That(outcome.Outcome, Is.EqualTo(VocabularyOutcome.Outdated));
        Assert.That((await _college.LoanTypes.GetAsync(Shared)).Name, Is.EqualTo("Theirs"));
    }

    [Test]
    public async Task SyncAsync_OneRefusedRecord_DoesNotStopTheOthers()
    {
        Add("diku", "loan-types", Guid.NewGuid(), "A", null, "local");
        Add("diku", "loan-types", Guid.NewGuid(), "B", null, "local");
        var plan = await _college.LoanTypes.CompareAsync(_central.LoanTypes);
        Add("college", "loan-types", Guid.NewGuid(), plan.Steps[0].Wanted.Name!, null, "local");

        var outcomes = await _college.LoanTypes.SyncAsync(plan);

        Assert.That(outcomes.Select(outcome => outcome.Outcome), Is.EqualTo(new[] { VocabularyOutcome.Failed, VocabularyOutcome.Applied }));
        Assert.That(outcomes[0].Failure, Is.TypeOf<AlreadyExistsException>());
    }

    [Test]
    public async Task SyncAsync_PermissionMissing_StopsAndReportsTheRest()
    {
        _fake.Tenant("college").AddUser("reader", "secret", "inventory-storage.loan-types.collection.get");
        Add("diku", "loan-types", Guid.NewGuid(), "A", null, "local");
        Add("diku", "loan-types", Guid.NewGuid(), "B", null, "local");
        await using var reader = _fake.CreateClient(options =>
        {
            options.Tenant = "college";
            options.Credentials = new FolioCredentials { UserName = "reader", Password = "secret" };
        });
        var plan = await reader.LoanTypes.CompareAsync((await _central.LoanTypes.ListAsync()).Records);

        var outcomes = await reader.LoanTypes.SyncAsync(plan);

        Assert.That(outcomes.Select(outcome => outcome.Outcome), Is.EqualTo(new[] { VocabularyOutcome.Failed, VocabularyOutcome.NotAttempted }));
        Assert.That(outcomes[0].Failure, Is.TypeOf<PermissionDeniedException>());
        Assert.That(_fake.Journal.Count(exchange => exchange is { Method: "POST", Path: "/loan-types" }), Is.EqualTo(1));
    }

    [Test]
    public async Task SyncAsync_CanceledDuringAStep_ThrowsWithTheOutcomeOfEachStep()
    {
        var plan = await _college.LoanTypes.CompareAsync(
            [new() { Name = "A", Source = "local" }, new() { Name = "B", Source = "local" }, new() { Name = "C", Source = "local" }]);
        using var source = new CancellationTokenSource();
        using var canceling = new Canceling(_fake.CreateHandler(), source, after: 2);
        var options = new FolioClientOptions();
        _fake.Configure(options);
        await using var folio = FolioClient.Create(options, canceling);

        var canceled = Assert.ThrowsAsync<VocabularySyncCanceledException<LoanType>>(() => folio.With("college").LoanTypes.SyncAsync(plan, source.Token))!;

        Assert.That(
            canceled.Outcomes.Select(outcome => outcome.Outcome),
            Is.EqualTo(new[] { VocabularyOutcome.Applied, VocabularyOutcome.Unknown, VocabularyOutcome.NotAttempted }));
        Assert.That(canceled.Outcomes[0].Record!.Name, Is.EqualTo("A"));
        Assert.That(canceled.CancellationToken, Is.EqualTo(source.Token));
        var rest = await _college.LoanTypes.CompareAsync(plan.Steps.Select(step => step.Wanted));
        Assert.That(rest.Steps.Select(step => step.Kind), Is.EqualTo(new[] { VocabularyStepKind.Same, VocabularyStepKind.Same, VocabularyStepKind.Create }));
    }

    [Test]
    public async Task SyncAsync_TheSamePlanAgain_CreatesNoSecondRecord()
    {
        // Names of this vocabulary are not unique, so the server would accept a second record.
        var plan = await _college.StatisticalCodeTypes.CompareAsync([new() { Name = "A", Source = "local" }]);
        await _college.StatisticalCodeTypes.SyncAsync(plan);

        var again = await _college.StatisticalCodeTypes.SyncAsync(plan);

        Assert.That(await _college.StatisticalCodeTypes.CountAsync(), Is.EqualTo(1));
        Assert.That(again.Single().Failure, Is.TypeOf<AlreadyExistsException>());
        Assert.That(plan.Steps.Single().Wanted.Id, Is.EqualTo(Guid.Empty), "the caller's record stays as it is");
    }

    [Test]
    public async Task SyncAsync_CanceledBefore_AttemptsNothing()
    {
        var plan = await _college.LoanTypes.CompareAsync([new() { Name = "A", Source = "local" }]);

        var canceled = Assert.ThrowsAsync<VocabularySyncCanceledException<LoanType>>(
            () => _college.LoanTypes.SyncAsync(plan, new CancellationToken(canceled: true)))!;

        Assert.That(canceled.Outcomes.Single().Outcome, Is.EqualTo(VocabularyOutcome.NotAttempted));
        Assert.That(await _college.LoanTypes.CountAsync(), Is.Zero);
    }

    [TestCase(null)]
    [TestCase(" ")]
    public async Task CompareAsync_RecordWithoutAName_IsAConflict(string? name)
    {
        Add("college", "loan-types", Shared, "Long", null, "local");

        var plan = await _college.LoanTypes.CompareAsync(
        [
            new() { Id = Shared, Name = name, Source = "local" },
            new() { Name = name, Source = "local" },
            new() { Name = "New", Source = "local" },
        ]);
        var outcomes = await _college.LoanTypes.SyncAsync(plan);

        Assert.That(plan.Steps.Select(step => step.Kind), Is.EqualTo(new[] { VocabularyStepKind.Conflict, VocabularyStepKind.Conflict, VocabularyStepKind.Create }));
        Assert.That(plan.Steps.Take(2).Select(step => step.Reason), Is.All.EqualTo("the record does not have a name"));
        Assert.That(plan.Steps[0].ToString(), Does.Contain(name ?? $"{Shared}"));
        Assert.That(plan.OnlyInTarget, Is.Empty);
        Assert.That(outcomes[2].Outcome, Is.EqualTo(VocabularyOutcome.Applied));
    }

    [Test]
    public async Task CompareAsync_DoubtfulRecords_AreConflicts()
    {
        Add("college", "loan-types", Shared, "Long", null, "local");
        Add("college", "loan-types", Guid.NewGuid(), "Short", null, "local");
        Add("college", "call-number-types", Shared, "LC", null, "system");

        var plan = await _college.LoanTypes.CompareAsync(
        [
            new() { Id = Shared, Name = "short", Source = "local" },
            new() { Name = "New", Source = "local" },
            new() { Name = "NEW", Source = "local" },
        ]);
        var system = await _college.CallNumberTypes.CompareAsync([new() { Id = Shared, Name = "Library of Congress", Source = "system" }]);

        Assert.That(plan.Steps.Select(step => step.Kind), Is.EqualTo(new[] { VocabularyStepKind.Conflict, VocabularyStepKind.Create, VocabularyStepKind.Conflict }));
        Assert.That(plan.Steps[0].Reason, Does.StartWith("the name belongs to the record"));
        Assert.That(plan.Steps[2].Reason, Is.EqualTo("the name is wanted twice"));
        Assert.That(system.Steps.Single().Reason, Is.EqualTo("the record belongs to the system"));
    }

    [Test]
    public async Task CompareAsync_RecordsOfTheSameName_CorrespondByIdAndAreSame()
    {
        foreach (var tenant in new[] { "diku", "college" })
        {
            Add(tenant, "statistical-code-types", Shared, "ARL", null, "local");
            Add(tenant, "statistical-code-types", new Guid("8081d707-610f-4b50-a28b-c36a6d25191b"), "ARL", null, "local");
        }

        var plan = await _college.StatisticalCodeTypes.CompareAsync(_central.StatisticalCodeTypes);

        Assert.That(plan.Steps.Select(step => $"{step}"), Is.All.EqualTo("Same ARL"));
        Assert.That(plan.OnlyInTarget, Is.Empty);
    }

    [Test]
    public async Task CompareAsync_NameOfTwoRecords_IsAConflict()
    {
        Add("college", "statistical-code-types", Shared, "ARL", null, "local");
        Add("college", "statistical-code-types", Guid.NewGuid(), "ARL", null, "local");

        var plan = await _college.StatisticalCodeTypes.CompareAsync([new() { Name = "ARL", Source = "consortium" }]);

        Assert.That(plan.Steps.Single().Kind, Is.EqualTo(VocabularyStepKind.Conflict));
        Assert.That(plan.Steps.Single().Reason, Is.EqualTo("several records have this name"));
    }

    [Test]
    public void CompareAsync_IdThatTheServerRefuses_IsRefused()
    {
        Assert.That(
            () => _college.LoanTypes.CompareAsync([new() { Id = new Guid("019088d7-610f-7b50-a28b-c36a6d25191b"), Name = "A" }]),
            Throws.ArgumentException.With.Message.Contains("019088d7-610f-7b50-a28b-c36a6d25191b"));
        Assert.That(_fake.Journal, Is.Empty);
    }

    [Test]
    public async Task SyncAsync_RecordDeletedMeanwhile_DoesNotStopTheOthers()
    {
        Add("diku", "loan-types", Shared, "A", null, "local");
        Add("diku", "loan-types", Guid.NewGuid(), "B", null, "local");
        Add("college", "loan-types", Shared, "Old", null, "local");
        var plan = await _college.LoanTypes.CompareAsync(_central.LoanTypes);
        _fake.Faults.Enqueue(FakeFolioFault.Answer(404, "text/plain", "Not found"), "PUT");

        var outcomes = (await _college.LoanTypes.SyncAsync(plan)).ToDictionary(outcome => outcome.Step.Wanted.Name!, outcome => outcome.Outcome);

        Assert.That(outcomes["A"], Is.EqualTo(VocabularyOutcome.Failed));
        Assert.That(outcomes["B"], Is.EqualTo(VocabularyOutcome.Applied));
    }

    [Test]
    public async Task SyncAsync_PlanOfAnotherTenant_IsRefused()
    {
        Add("diku", "loan-types", Guid.NewGuid(), "A", null, "local");
        var plan = await _college.LoanTypes.CompareAsync(_central.LoanTypes);

        Assert.That(() => _central.LoanTypes.SyncAsync(plan), Throws.ArgumentException.With.Message.Contains("college").And.Message.Contains("diku"));
    }

    [Test]
    public async Task ReadFileAsync_AFileThatWasWritten_ComparesAsTheSame()
    {
        _fake.Tenant("diku").AddReferenceData();
        using var file = new MemoryStream();

        await _central.ContributorTypes.WriteFileAsync(file);
        file.Position = 0;
        var read = await _central.ContributorTypes.ReadFileAsync(file);
        var same = await _central.ContributorTypes.CompareAsync(read);
        var all = await _college.ContributorTypes.SyncAsync(await _college.ContributorTypes.CompareAsync(read));

        Assert.That(read, Has.Count.EqualTo(268));
        Assert.That(same.Steps.Select(step => step.Kind), Is.All.EqualTo(VocabularyStepKind.Same));
        Assert.That(all.Select(outcome => outcome.Outcome), Is.All.EqualTo(VocabularyOutcome.Applied));
        Assert.That(Encoding.UTF8.GetString(file.ToArray()), Does.Not.Contain("metadata"));
    }

    [TestCase("""[{"name":"A"},{"id":"0d3ec58e-dc3c-4aa1-9eba-180fca95c544","name":"B","source":"local"}]""")]
    [TestCase("""{"loantypes":[{"name":"A"},{"id":"0d3ec58e-dc3c-4aa1-9eba-180fca95c544","name":"B","source":"local"}],"totalRecords":2}""")]
    public async Task ReadFileAsync_ArrayOrResponseOfTheServer_IsRead(string json)
    {
        var records = await _college.LoanTypes.ReadFileAsync(Utf8(json));

        Assert.That(records.Select(record => record.Name), Is.EqualTo(new[] { "A", "B" }));
        Assert.That(records[1].Id, Is.EqualTo(Shared));
    }

    [TestCase("")]
    [TestCase("""{"mtypes":[]}""")]
    [TestCase("""{"loantypes":7}""")]
    [TestCase("""[null]""")]
    [TestCase("""[{"id":"x"}]""")]
    public void ReadFileAsync_AnythingElse_ThrowsFormatException(string json) =>
        Assert.That(() => _college.LoanTypes.ReadFileAsync(Utf8(json)), Throws.TypeOf<FormatException>());

    private static MemoryStream Utf8(string text) => new(Encoding.UTF8.GetBytes(text));

    private Guid Add(string tenant, string path, Guid id, string name, string? code, string? source)
    {
        var record = new JsonObject { ["name"] = name };
        if (code is not null)
        {
            record["code"] = code;
        }

        if (source is not null)
        {
            record["source"] = source;
        }

        return _fake.Tenant(tenant).Resource(path).Add(record, id);
    }

    /// <summary>Cancels the caller once the server has executed so many POST requests.</summary>
    private sealed class Canceling(HttpMessageHandler network, CancellationTokenSource source, int after) : DelegatingHandler(network)
    {
        private int _posts;

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            var response = await base.SendAsync(request, cancellationToken);
            if (request.Method == HttpMethod.Post && request.RequestUri!.AbsolutePath == "/loan-types" && ++_posts == after)
            {
                await source.CancelAsync();
                cancellationToken.ThrowIfCancellationRequested();
            }

            return response;
        }
    }
}
