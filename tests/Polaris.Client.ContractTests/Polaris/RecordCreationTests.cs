using Polaris.Client.Cataloging;
using Polaris.Client.ContractTests.Wire;
using Polaris.Client.Marc;

namespace Polaris.Client.ContractTests.Polaris;

/// <summary>Records that are created without a workflow. Requests and responses are designed from the vendor's pages.</summary>
[TestFixture]
public sealed class RecordCreationTests : PolarisContractTest
{
    private const string Created = """
        {
          "RecordOwnerID": 3, "DisplayInPAC": true, "DoNotOverlay": false,
          "Record": {
            "id": 0, "leader": "00000nam a2200000 i 4500",
            "controlfields": [{ "tag": "008", "data": "171108s2015    onc     j     000 1 eng d", "position": 1 }],
            "datafields": [{ "tag": "245", "ind1": "1", "ind2": "0", "subfields": [{ "code": "a", "data": "Frog Face" }], "position": 2 }]
          }
        }
        """;

    [Test]
    public async Task CreateAsync_BibRecord_ReturnsTheBareId()
    {
        On("POST bibliographicrecords?type=Create", Created).Answers(Answer.Json(200, "32998"));

        int id = await CreateClient().BibRecords.CreateAsync(Bib());

        AssertRequests(SignIn, "POST bibliographicrecords?type=Create");
        Assert.That(id, Is.EqualTo(32998));
    }

    [Test]
    public void CreateAsync_ServerFails_IsNotSentAgain()
    {
        On("POST bibliographicrecords?type=Create", Created).Answers(Unavailable);

        var failed = Assert.ThrowsAsync<RequestFailedException>(() => CreateClient().BibRecords.CreateAsync(Bib()))!;

        AssertRequests(SignIn, "POST bibliographicrecords?type=Create");
        Assert.That(failed.MayHaveBeenProcessed, Is.True);
    }

    [Test]
    public async Task CreateFromRemoteAsync_MarcRecord_ReturnsTheAuthorityRecord()
    {
        On("PUT remoterecord/?z3950Flag=true", """
            {
              "id": 0, "leader": "00000nz  a2200000n  4500", "controlfields": [],
              "datafields": [{ "tag": "100", "ind1": "1", "ind2": " ", "subfields": [{ "code": "a", "data": "Messager, Alexandre" }], "position": 1 }]
            }
            """).Answers(Answer.Json(200, """
            {
              "AuthorityRecordID": 925745, "RecordStatusID": 1, "CreatorID": 1018, "CreatorName": "jane.sample", "FirstUseDate": null,
              "MARCKindOfRecord": "a", "BrowseHeading": "Messager, Alexandre", "CreationDate": "2025-05-09T16:09:33.037-04:00"
            }
            """));

        AuthorityRecord created = await CreateClient().AuthorityRecords.CreateFromRemoteAsync(
            new MarcRecord("00000nz  a2200000n  4500").Field("100", '1', ' ', ('a', "Messager, Alexandre")), isFromPolarisSearch: true);

        AssertRequests(SignIn, "PUT remoterecord/?z3950Flag=true");
        Assert.That($"{created.AuthorityRecordId} {created.BrowseHeading}", Is.EqualTo("925745 Messager, Alexandre"));
        Assert.That(created.AdditionalMembers!.Keys, Is.EqualTo(["MARCKindOfRecord"]));
    }

    private static NewBibRecord Bib() => new()
    {
        RecordOwnerId = 3,
        DisplayInPac = true,
        DoNotOverlay = false,
        Marc = new MarcRecord().Control("008", "171108s2015    onc     j     000 1 eng d").Field("245", '1', '0', ('a', "Frog Face")),
    };
}
