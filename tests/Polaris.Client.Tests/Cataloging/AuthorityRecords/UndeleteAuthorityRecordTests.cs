using Polaris.Client.Cataloging;
using Polaris.Client.Tests.Workflows;

namespace Polaris.Client.Tests.AuthorityRecords;

public sealed class UndeleteAuthorityRecordTests : RecordWorkflowFixture
{
    private static UndeleteAuthorityRecord Request => new() { AuthorityRecordId = 925313 };

    [Test]
    public Task RunAsync_DeletedRecord_KeepsAllThatTheServerReports() =>
        AssertRestoresAsync(Request, """14/5 {"RecordID":925313}""");

    [Test]
    public Task RunAsync_AnswerWithoutData_IsCompleted() => AssertRestoresWithoutDataAsync(Request);
}
