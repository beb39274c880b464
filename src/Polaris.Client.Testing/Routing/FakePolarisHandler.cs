using Polaris.Client.Testing.Compatibility;
using Polaris.Client.Testing.Faults;

namespace Polaris.Client.Testing.Routing;

/// <summary>The wire between a client and the fake: carries requests over, or fails to.</summary>
internal sealed class FakePolarisHandler(FakePolaris fake, TimeProvider timeProvider) : HttpMessageHandler
{
    private static readonly TimeSpan LongDelay = TimeSpan.FromMinutes(10);

    protected override async Task<HttpResponseMessage> SendAsync(
        HttpRequestMessage request, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        ReceivedRequest received = await ReceivedRequest.ReadAsync(request, cancellationToken).ConfigureAwait(false);
        FakeFault? fault = fake.TakeFault(received);
        return fault is null
            ? fake.Process(received).ToMessage(request)
            : await FailAsync(fault, received, request, cancellationToken).ConfigureAwait(false);
    }

    private async Task<HttpResponseMessage> FailAsync(
        FakeFault fault, ReceivedRequest received, HttpRequestMessage request, CancellationToken cancellationToken)
    {
        switch (fault.Kind)
        {
            case FaultKind.ConnectionRefused:
                fake.RecordUnprocessed(received, fault, answer: null);
                throw ConnectionFailure.Refused();
            case FaultKind.ResetBeforeProcessing:
                fake.RecordUnprocessed(received, fault, answer: null);
                throw ConnectionFailure.Reset();
            case FaultKind.ResetAfterProcessing:
                fake.ProcessUnseen(received, fault);
                throw ConnectionFailure.Reset();
            case FaultKind.TruncatedAnswer:
                return fake.Process(received, fault).ToTruncatedMessage(request);
            case FaultKind.DelayNotProcessed or FaultKind.DelayProcessed:
                return (await DelayAsync(fault, received, cancellationToken).ConfigureAwait(false)).ToMessage(request);
            case FaultKind.ProxyHtmlAfterProcessing:
                Answer page = FaultAnswers.BadGateway();
                fake.ProcessUnseen(received, fault, page.Status);
                return page.ToMessage(request);
            default:
                return AnswerInstead(fault, received).ToMessage(request);
        }
    }

    private Answer AnswerInstead(FakeFault fault, ReceivedRequest received)
    {
        if (FaultAnswers.Instead(fault, timeProvider) is { } answer)
        {
            fake.RecordUnprocessed(received, fault, answer);
            return answer;
        }

        fake.Interfere(fault, received);
        Answer first = fake.Process(received, fault);
        if (fault.Kind == FaultKind.DuplicateDelivery)
        {
            fake.ProcessAgain(received, fault);
        }

        return first;
    }

    private async Task<Answer> DelayAsync(
        FakeFault fault, ReceivedRequest received, CancellationToken cancellationToken)
    {
        try
        {
            await Delay.For(fault.Duration ?? LongDelay, timeProvider, cancellationToken).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (fault.Kind == FaultKind.DelayProcessed)
        {
            fake.ProcessUnseen(received, fault);
            throw;
        }
        catch (OperationCanceledException)
        {
            fake.RecordUnprocessed(received, fault, answer: null);
            throw;
        }

        return fake.Process(received, fault);
    }
}
