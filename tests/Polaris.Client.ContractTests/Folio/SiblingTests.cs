using Polaris.Client.Folio;

namespace Polaris.Client.ContractTests.Folio;

/// <summary>The resources of the same shape as holdings sources: each from its creation to its end.</summary>
[TestFixture]
public sealed class SiblingTests : FolioContractTest
{
    private static readonly DateTimeOffset Created = new(2025, 9, 7, 22, 9, 14, 300, TimeSpan.Zero);
    private static readonly Guid Creator = new("9eb67301-6f6e-468f-9b1a-6134dc39a684");
    private static readonly Guid CodeType = new("0d3ec58e-dc3c-4aa1-9eba-180fca95c544");

    [Test, Stubs("SignIn/folio", "Siblings/alternative-title-types")]
    public Task AlternativeTitleTypes_FromCreationToDeletion_AreSentAsDocumented() => AssertLifeAsync(
        "alternative-title-types",
        folio => folio.AlternativeTitleTypes,
        () => new() { Name = "Uniform title", Source = "local" });

    [Test, Stubs("SignIn/folio", "Siblings/call-number-types")]
    public Task CallNumberTypes_FromCreationToDeletion_AreSentAsDocumented() => AssertLifeAsync(
        "call-number-types",
        folio => folio.CallNumberTypes,
        () => new() { Name = "Dewey Decimal classification", Source = "local" });

    [Test, Stubs("SignIn/folio", "Siblings/classification-types")]
    public Task ClassificationTypes_FromCreationToDeletion_AreSentAsDocumented() => AssertLifeAsync(
        "classification-types",
        folio => folio.ClassificationTypes,
        () => new() { Name = "Dewey", Source = "local" });

    [Test, Stubs("SignIn/folio", "Siblings/contributor-name-types")]
    public Task ContributorNameTypes_FromCreationToDeletion_AreSentAsDocumented() => AssertLifeAsync(
        "contributor-name-types",
        folio => folio.ContributorNameTypes,
        () => new() { Name = "Personal name", Ordering = "1", Source = "local" });

    [Test, Stubs("SignIn/folio", "Siblings/contributor-types")]
    public Task ContributorTypes_FromCreationToDeletion_AreSentAsDocumented() => AssertLifeAsync(
        "contributor-types",
        folio => folio.ContributorTypes,
        () => new() { Name = "Author", Code = "aut", Source = "local" },
        keepsMetadata: false);

    [Test, Stubs("SignIn/folio", "Siblings/electronic-access-relationships")]
    public Task ElectronicAccessRelationships_FromCreationToDeletion_AreSentAsDocumented() => AssertLifeAsync(
        "electronic-access-relationships",
        folio => folio.ElectronicAccessRelationships,
        () => new() { Name = "Related resource", Source = "local" });

    [Test, Stubs("SignIn/folio", "Siblings/holdings-note-types")]
    public Task HoldingsNoteTypes_FromCreationToDeletion_AreSentAsDocumented() => AssertLifeAsync(
        "holdings-note-types",
        folio => folio.HoldingsNoteTypes,
        () => new() { Name = "Binding", Source = "local" });

    [Test, Stubs("SignIn/folio", "Siblings/holdings-types")]
    public Task HoldingsTypes_FromCreationToDeletion_AreSentAsDocumented() => AssertLifeAsync(
        "holdings-types",
        folio => folio.HoldingsTypes,
        () => new() { Name = "Monograph", Source = "local" });

    [Test, Stubs("SignIn/folio", "Siblings/identifier-types")]
    public Task IdentifierTypes_FromCreationToDeletion_AreSentAsDocumented() => AssertLifeAsync(
        "identifier-types",
        folio => folio.IdentifierTypes,
        () => new() { Name = "ISBN", Source = "local" });

    [Test, Stubs("SignIn/folio", "Siblings/ill-policies")]
    public Task IllPolicies_FromCreationToDeletion_AreSentAsDocumented() => AssertLifeAsync(
        "ill-policies",
        folio => folio.IllPolicies,
        () => new() { Name = "Will lend", Source = "local" });

    [Test, Stubs("SignIn/folio", "Siblings/instance-formats")]
    public Task InstanceFormats_FromCreationToDeletion_AreSentAsDocumented() => AssertLifeAsync(
        "instance-formats",
        folio => folio.InstanceFormats,
        () => new() { Name = "audio disc", Code = "sd", Source = "local" },
        keepsMetadata: false);

    [Test, Stubs("SignIn/folio", "Siblings/instance-note-types")]
    public Task InstanceNoteTypes_FromCreationToDeletion_AreSentAsDocumented() => AssertLifeAsync(
        "instance-note-types",
        folio => folio.InstanceNoteTypes,
        () => new() { Name = "Language note", Source = "local" });

    [Test, Stubs("SignIn/folio", "Siblings/instance-relationship-types")]
    public Task InstanceRelationshipTypes_FromCreationToDeletion_AreSentAsDocumented() => AssertLifeAsync(
        "instance-relationship-types",
        folio => folio.InstanceRelationshipTypes,
        () => new() { Name = "bound-with" });

    [Test, Stubs("SignIn/folio", "Siblings/instance-statuses")]
    public Task InstanceStatuses_FromCreationToDeletion_AreSentAsDocumented() => AssertLifeAsync(
        "instance-statuses",
        folio => folio.InstanceStatuses,
        () => new() { Name = "Temporary", Code = "temp", Source = "local" });

    [Test, Stubs("SignIn/folio", "Siblings/instance-types")]
    public Task InstanceTypes_FromCreationToDeletion_AreSentAsDocumented() => AssertLifeAsync(
        "instance-types",
        folio => folio.InstanceTypes,
        () => new() { Name = "performed music", Code = "prm", Source = "local" },
        keepsMetadata: false);

    [Test, Stubs("SignIn/folio", "Siblings/item-damaged-statuses")]
    public Task ItemDamagedStatuses_FromCreationToDeletion_AreSentAsDocumented() => AssertLifeAsync(
        "item-damaged-statuses",
        folio => folio.ItemDamagedStatuses,
        () => new() { Name = "Damaged", Source = "local" });

    [Test, Stubs("SignIn/folio", "Siblings/item-note-types")]
    public Task ItemNoteTypes_FromCreationToDeletion_AreSentAsDocumented() => AssertLifeAsync(
        "item-note-types",
        folio => folio.ItemNoteTypes,
        () => new() { Name = "Provenance", Source = "local" });

    [Test, Stubs("SignIn/folio", "Siblings/loan-types")]
    public Task LoanTypes_FromCreationToDeletion_AreSentAsDocumented() => AssertLifeAsync(
        "loan-types",
        folio => folio.LoanTypes,
        () => new() { Name = "Can circulate", Source = "local" });

    [Test, Stubs("SignIn/folio", "Siblings/material-types")]
    public Task MaterialTypes_FromCreationToDeletion_AreSentAsDocumented() => AssertLifeAsync(
        "material-types",
        folio => folio.MaterialTypes,
        () => new() { Name = "book", Source = "local" });

    [Test, Stubs("SignIn/folio", "Siblings/modes-of-issuance")]
    public Task ModesOfIssuance_FromCreationToDeletion_AreSentAsDocumented() => AssertLifeAsync(
        "modes-of-issuance",
        folio => folio.ModesOfIssuance,
        () => new() { Name = "serial", Source = "local" });

    [Test, Stubs("SignIn/folio", "Siblings/nature-of-content-terms")]
    public Task NatureOfContentTerms_FromCreationToDeletion_AreSentAsDocumented() => AssertLifeAsync(
        "nature-of-content-terms",
        folio => folio.NatureOfContentTerms,
        () => new() { Name = "textbook", Source = "local" });

    [Test, Stubs("SignIn/folio", "Siblings/statistical-code-types")]
    public Task StatisticalCodeTypes_FromCreationToDeletion_AreSentAsDocumented() => AssertLifeAsync(
        "statistical-code-types",
        folio => folio.StatisticalCodeTypes,
        () => new() { Name = "Acquisitions", Source = "local" });

    [Test, Stubs("SignIn/folio", "Siblings/statistical-codes")]
    public Task StatisticalCodes_FromCreationToDeletion_AreSentAsDocumented() => AssertLifeAsync(
        "statistical-codes",
        folio => folio.StatisticalCodes,
        () => new() { Name = "Gifts", Code = "gift", StatisticalCodeTypeId = CodeType, Source = "local" });

    [Test, Stubs("SignIn/folio", "Siblings/subject-sources")]
    public Task SubjectSources_FromCreationToDeletion_AreSentAsDocumented() => AssertLifeAsync(
        "subject-sources",
        folio => folio.SubjectSources,
        () => new() { Name = "Medical Subject Headings", Code = "mesh", Source = "local" });

    [Test, Stubs("SignIn/folio", "Siblings/subject-types")]
    public Task SubjectTypes_FromCreationToDeletion_AreSentAsDocumented() => AssertLifeAsync(
        "subject-types",
        folio => folio.SubjectTypes,
        () => new() { Name = "Topic", Source = "consortium" });

    private static RecordMetadata Metadata() => new()
    {
        CreatedDate = Created,
        CreatedByUserId = Creator,
        UpdatedDate = Created,
        UpdatedByUserId = Creator,
    };

    private async Task AssertLifeAsync<TRecord>(
        string path, Func<FolioClient, ReferenceDataClient<TRecord>> choose, Func<TRecord> create, bool keepsMetadata = true)
        where TRecord : ReferenceRecord, new()
    {
        ReferenceDataClient<TRecord> client = choose(CreateClient());
        TRecord sent = create();
        sent.Id = SourceId;
        TRecord stored = create();
        stored.Id = SourceId;
        stored.Metadata = keepsMetadata ? Metadata() : null;

        Assert.That(await client.CreateAsync(sent), Members.EqualTo(stored));
        TRecord read = await client.GetAsync(stored.Id);
        Assert.That(read, Members.EqualTo(stored));
        Assert.That(
            await client.ListAsync(limit: 100),
            Members.EqualTo(new RecordPage<TRecord> { Records = [stored], TotalRecords = 1 }));
        read.Name += " (renamed)";
        await client.UpdateAsync(read);
        await client.DeleteAsync(stored.Id);
        Assert.That(await client.FindAsync(stored.Id), Is.Null);

        string record = $"/{path}/{stored.Id}";
        await AssertRequestsAsync(
            SignIn,
            $"POST /{path}",
            $"GET {record}",
            $"GET /{path}?limit=100",
            $"PUT {record}",
            $"DELETE {record}",
            $"GET {record}");
    }
}
