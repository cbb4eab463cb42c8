export default function Gegevens() { return <div className="screen"><h1>Gegevens</h1></div>; }
