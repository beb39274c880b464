using Polaris.Client.Benchmarks.Transport;
using Polaris.Client.Cataloging;

namespace Polaris.Client.Benchmarks.ByHand;

/// <summary>The workflow that each way of calling runs: hide one record from the public catalog.</summary>
internal static class HideBibRecord
{
    public static WorkflowRequestDto Request() => new()
    {
        WorkflowRequestType = 13,
        TxnBranchID = PolarisContext.OrganizationId,
        TxnUserID = PolarisContext.UserId,
        TxnWorkstationID = PolarisContext.WorkstationId,
        RequestExtension = new RequestExtensionDto
        {
            WorkflowRequestExtensionType = 12,
            Data = new BibRecordDto
            {
                BibRecordID = PolarisContext.BibRecordId,
                DisplayInPAC = false,
                DoNotOverlay = false,
                RecordOwnerID = 1,
                RecordStatusID = 1,
            },
        },
    };

    public static AddOrUpdateBibRecord Workflow() => new()
    {
        BibRecordId = PolarisContext.BibRecordId,
        DisplayInPac = false,
        DoNotOverlay = false,
        RecordOwnerId = 1,
        RecordStatusId = 1,
    };
}
