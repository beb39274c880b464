using Polaris.Client.Folio.CallNumberTypes;
using Polaris.Client.Folio.HoldingsTypes;
using Polaris.Client.Folio.InstanceTypes;
using Polaris.Client.Folio.LoanTypes;
using Polaris.Client.Folio.MaterialTypes;
using Polaris.Client.Folio.ReferenceData;

namespace Polaris.Client.ContractTests.Folio;

/// <summary>The resources of the same shape as holdings sources: each from its creation to its end.</summary>
[TestFixture]
public sealed class SiblingTests : FolioContractTest
{
    private static readonly DateTimeOffset Created = new(2025, 9, 7, 22, 9, 14, 300, TimeSpan.Zero);
    private static readonly Guid Creator = new("9eb67301-6f6e-468f-9b1a-6134dc39a684");

    [Test, Stubs("SignIn/folio", "Siblings/call-number-types")]
    public Task CallNumberTypes_FromCreationToDeletion_AreSentAsDocumented() => AssertLifeAsync(
        "call-number-types",
        CreateClient().CallNumberTypes,
        () => new CallNumberType
        {
            Id = new("03dd64d0-5626-4ecd-8ece-4531e0069f35"),
            Name = "Dewey Decimal classification",
            Source = "local",
        },
        Metadata());

    [Test, Stubs("SignIn/folio", "Siblings/holdings-types")]
    public Task HoldingsTypes_FromCreationToDeletion_AreSentAsDocumented() => AssertLifeAsync(
        "holdings-types",
        CreateClient().HoldingsTypes,
        () => new HoldingsType
        {
            Id = new("03c9c400-b9e3-4a07-ac0e-05ab470233ed"),
            Name = "Monograph",
            Source = "local",
        },
        Metadata());

    [Test, Stubs("SignIn/folio", "Siblings/instance-types")]
    public Task InstanceTypes_FromCreationToDeletion_AreSentAsDocumented() => AssertLifeAsync(
        "instance-types",
        CreateClient().InstanceTypes,
        () => new InstanceType
        {
            Id = new("30fffe0e-e985-4144-b2e2-1e8179bdb41f"),
            Name = "performed music",
            Code = "prm",
            Source = "local",
        },
        metadata: null);

    [Test, Stubs("SignIn/folio", "Siblings/loan-types")]
    public Task LoanTypes_FromCreationToDeletion_AreSentAsDocumented() => AssertLifeAsync(
        "loan-types",
        CreateClient().LoanTypes,
        () => new LoanType
        {
            Id = new("2b94c631-fca9-4892-a730-03ee529ffe27"),
            Name = "Can circulate",
            Source = "local",
        },
        Metadata());

    [Test, Stubs("SignIn/folio", "Siblings/material-types")]
    public Task MaterialTypes_FromCreationToDeletion_AreSentAsDocumented() => AssertLifeAsync(
        "material-types",
        CreateClient().MaterialTypes,
        () => new MaterialType
        {
            Id = new("1a54b431-2e4f-452d-9cae-9cee66c9a892"),
            Name = "book",
            Source = "local",
        },
        Metadata());

    private static RecordMetadata Metadata() => new()
    {
        CreatedDate = Created,
        CreatedByUserId = Creator,
        UpdatedDate = Created,
        UpdatedByUserId = Creator,
    };

    private static async Task AssertLifeAsync<TRecord>(
        string path, ReferenceDataClient<TRecord> client, Func<TRecord> create, RecordMetadata? metadata)
        where TRecord : ReferenceRecord, new()
    {
        TRecord stored = create();
        stored.Metadata = metadata;

        Assert.That(await client.CreateAsync(create()), Members.EqualTo(stored));
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
