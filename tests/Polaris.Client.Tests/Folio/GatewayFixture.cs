namespace Polaris.Client.Tests.Folio;

/// <summary>A gateway that answers as a test scripts it, and a client of it.</summary>
public abstract class GatewayFixture
{
    private protected RecordingGateway Gateway { get; private set; } = null!;

    private protected FolioClient Client { get; private set; } = null!;

    [SetUp]
    public void Connect()
    {
        Gateway = new RecordingGateway();
        Client = Gateway.CreateClient();
    }

    [TearDown]
    public void Disconnect()
    {
        Client.Dispose();
        Gateway.Dispose();
    }
}
